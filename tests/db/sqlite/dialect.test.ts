import { createSqliteDialect } from '../../../db/sqlite/dialect.ts'
import { describeDialect } from './dialect-suite.ts'

describeDialect('our dialect over sqlite3', (file) => createSqliteDialect({ file, access: 'write' }))
