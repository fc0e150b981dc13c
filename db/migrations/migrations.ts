import { firstTables } from './0001-first-tables.ts'
import { examples } from './0002-examples.ts'
import { reasonsAndAbsences } from './0003-reasons-and-absences.ts'
import type { Migration } from './migration.ts'

/** In order. A new one is a file and a line here. */
export const migrations: readonly Migration[] = [firstTables, examples, reasonsAndAbsences]
