import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Migration } from './migration.ts'

const tables = [
  sql`create table meta (
    key text primary key not null,
    value text not null
  ) strict, without rowid`,

  sql`create table forum (
    id integer primary key autoincrement,
    slug text not null unique,
    created_at integer not null
  ) strict`,

  sql`create table link (
    id integer primary key autoincrement,
    forum_id integer not null references forum (id) on delete cascade,
    secret_hash text not null,
    created_at integer not null,
    revoked_at integer,
    unique (forum_id, secret_hash)
  ) strict`,

  sql`create table person (
    forum_id integer not null references forum (id) on delete cascade,
    id text not null,
    name text not null,
    role text not null check (role in ('participant', 'facilitator')),
    token_hash text,
    link_id integer references link (id) on delete set null,
    created_at integer not null,
    primary key (forum_id, id),
    unique (forum_id, token_hash)
  ) strict, without rowid`,
  sql`create index person_link on person (link_id)`,

  sql`create table interest (
    forum_id integer not null,
    person_id text not null,
    session_id text not null,
    at integer not null,
    primary key (forum_id, session_id, person_id),
    foreign key (forum_id, person_id) references person (forum_id, id) on delete cascade
  ) strict, without rowid`,
  sql`create index interest_person on interest (forum_id, person_id)`,

  sql`create table purge (
    forum_id integer primary key references forum (id) on delete cascade
  ) strict`,

  sql`create table entry (
    forum_id integer not null references forum (id),
    seq integer not null check (seq > 0),
    command_id text not null,
    by_person text not null,
    at integer not null,
    events text not null,
    primary key (forum_id, seq),
    unique (forum_id, command_id)
  ) strict`,

  sql`create table placement (
    forum_id integer not null references forum (id) on delete cascade,
    session_id text not null,
    room_id text not null,
    start_at integer not null,
    end_at integer not null,
    primary key (forum_id, session_id),
    check (end_at > start_at)
  ) strict, without rowid`,
  sql`create index placement_room on placement (forum_id, room_id, start_at, end_at)`,
]

const entryTriggers = [
  // L1 and L3, also for an `insert or replace`, which would else delete the older entry without a delete trigger.
  sql`create trigger entry_insert before insert on entry
  begin
    select raise(abort, 'entry-behind')
    where new.seq <> (select coalesce(max(seq), 0) + 1 from entry where forum_id = new.forum_id)
      or exists (select 1 from entry where forum_id = new.forum_id and command_id = new.command_id);
  end`,
  sql`create trigger entry_update before update on entry
  begin
    select raise(abort, 'entry-append-only');
  end`,
  // The purge of a whole forum first puts its id into the table purge, in the same transaction.
  sql`create trigger entry_delete before delete on entry
  when not exists (select 1 from purge where forum_id = old.forum_id)
  begin
    select raise(abort, 'entry-append-only');
  end`,
]

// B1. Half-open intervals: one may start when the other ends.
const placementTriggers = [
  sql`create trigger placement_insert before insert on placement
  when exists (
    select 1 from placement
    where forum_id = new.forum_id and room_id = new.room_id
      and start_at < new.end_at and end_at > new.start_at
      and session_id <> new.session_id
  )
  begin
    select raise(abort, 'placement-overlap');
  end`,
  sql`create trigger placement_update before update on placement
  when exists (
    select 1 from placement
    where forum_id = new.forum_id and room_id = new.room_id
      and start_at < new.end_at and end_at > new.start_at
      and not (forum_id = old.forum_id and session_id = old.session_id)
  )
  begin
    select raise(abort, 'placement-overlap');
  end`,
]

export const firstTables: Migration = {
  version: 1,
  name: 'first tables',
  async up(db) {
    for (const statement of [...tables, ...entryTriggers, ...placementTriggers]) await statement.execute(db)
    await db.insertInto('meta').values({ key: 'epoch', value: randomUUID() }).execute()
  },
}
