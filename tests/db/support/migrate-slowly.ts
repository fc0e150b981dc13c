import { sql } from 'kysely'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/migrations.ts'
import { openDatabase } from '../../../db/open.ts'

/** Migrates the file named on the command line one step further than this version goes, and says when it is in the middle of it. */
const db = await openDatabase(process.argv[2] ?? '')
await migrate(db, [
  ...migrations,
  {
    version: migrations.length + 1,
    name: 'a long step',
    async up(transaction) {
      await sql`alter table forum add column color text not null default ''`.execute(transaction)
      await sql`create table filled (n integer)`.execute(transaction)
      for (let part = 0; ; part += 1) {
        await sql`insert into filled
          with recursive counted(n) as (select 1 union all select n + 1 from counted limit 20000)
          select n from counted`.execute(transaction)
        if (part === 3) console.log('in the middle')
      }
    },
  },
])
