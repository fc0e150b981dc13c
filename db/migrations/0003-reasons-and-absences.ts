import { sql } from 'kysely'
import type { Migration } from './migration.ts'

export const reasonsAndAbsences: Migration = {
  version: 3,
  name: 'reasons and absences',
  async up(db) {
    // Beside the events, which every phone gets: why something was done is for the team.
    await sql`alter table entry add column reason text`.execute(db)
    // The one change that an entry may see, and in a purge alone: that its reason, which is somebody's words, is forgotten.
    await sql`drop trigger entry_update`.execute(db)
    await sql`create trigger entry_update before update on entry
    when not exists (select 1 from purge where forum_id = old.forum_id)
      or new.reason is not null or new.forum_id <> old.forum_id or new.seq <> old.seq
      or new.command_id <> old.command_id or new.by_person <> old.by_person or new.at <> old.at
      or new.events <> old.events
    begin
      select raise(abort, 'entry-append-only');
    end`.execute(db)
    // Outside the log, like names: private, correctable, and gone with the person. A person's are numbered from 1.
    await sql`create table absence (
      forum_id integer not null,
      person_id text not null,
      number integer not null check (number > 0),
      date text not null,
      from_time text,
      until_time text,
      primary key (forum_id, person_id, number),
      foreign key (forum_id, person_id) references person (forum_id, id) on delete cascade
    ) strict, without rowid`.execute(db)
  },
}
