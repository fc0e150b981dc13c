import { DatabaseError } from '../errors.ts'

type Sqlite = typeof import('sqlite3')

const importPackage = async (): Promise<Sqlite> => (await import('sqlite3')).default

/**
 * The npm package `sqlite3`. Where its compiled half is missing or made for another machine (npm blocks install scripts
 * that are not approved, and then says that all went well), the error is one sentence that says what to type.
 * @param load for tests: another way to load it
 */
export const loadSqlite = async (load: () => Promise<Sqlite> = importPackage): Promise<Sqlite> => {
  try {
    return await load()
  } catch (cause) {
    throw new DatabaseError('no-driver', cause instanceof Error ? cause.message : String(cause), {
      message:
        'The compiled part of the package sqlite3 is missing or does not fit this machine: run `npm rebuild sqlite3` ' +
        '(where no ready-made one can be fetched it is compiled, which needs python3, make and g++).',
      cause,
    })
  }
}
