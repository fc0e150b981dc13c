import {
  type CompiledQuery,
  type DatabaseConnection,
  DeleteQueryNode,
  InsertQueryNode,
  type QueryResult,
  SelectQueryNode,
  UpdateQueryNode,
} from 'kysely'
import { DatabaseError } from '../errors.ts'
import type { SqliteHandle } from './handle.ts'

/** Only `run` counts what a statement changed, only `all` gives rows: the query's own tree says which is wanted. */
const countsChanges = ({ query }: CompiledQuery): boolean =>
  (InsertQueryNode.is(query) || UpdateQueryNode.is(query) || DeleteQueryNode.is(query)) && query.returning === undefined

/** The one connection of a file, as Kysely wants it. */
export const createConnection = (handle: SqliteHandle): DatabaseConnection => ({
  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const { sql, parameters, query } = compiled
    if (!countsChanges(compiled)) return { rows: await handle.all<R>(sql, parameters) }
    const { changes, lastId } = await handle.run(sql, parameters)
    const numAffectedRows = BigInt(changes)
    // The last rowid outlives its statement: an insert that inserted nothing must not claim an older one's.
    if (!InsertQueryNode.is(query) || changes === 0) return { rows: [], numAffectedRows }
    return { rows: [], numAffectedRows, insertId: BigInt(lastId) }
  },

  async *streamQuery<R>(compiled: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    if (!SelectQueryNode.is(compiled.query)) throw new DatabaseError('statement', 'only a select can be streamed')
    let rows: R[] = []
    for await (const row of handle.each<R>(compiled.sql, compiled.parameters)) {
      rows.push(row)
      if (rows.length < chunkSize) continue
      yield { rows }
      rows = []
    }
    if (rows.length > 0) yield { rows }
  },
})
