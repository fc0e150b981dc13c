import { sql } from 'kysely'
import type { Migration } from './migration.ts'

export const examples: Migration = {
  version: 2,
  name: 'examples',
  async up(db) {
    // Known by this and not by their address: anyone may be of an example's team.
    await sql`alter table forum
      add column is_example integer not null default 0 check (is_example in (0, 1))`.execute(db)
  },
}
