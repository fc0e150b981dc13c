import { describe } from 'vitest'
import type { OpenDialect } from './dialect-contract.ts'
import { describeErrors } from './suite-errors.ts'
import { describeResults } from './suite-results.ts'
import { describeStreams } from './suite-streams.ts'
import { describeTransactions } from './suite-transactions.ts'
import { describeValues } from './suite-values.ts'

/** What any driver of SQLite must do for us: run it with another one to see whether it could take this one's place. */
export const describeDialect = (name: string, open: OpenDialect): void => {
  describe(name, () => {
    describeValues(open)
    describeResults(open)
    describeTransactions(open)
    describeStreams(open)
    describeErrors(open)
  })
}
