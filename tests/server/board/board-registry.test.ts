import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCore } from '../../../server/core.ts'
import { silentLog } from '../../../server/log.ts'
import { before } from '../../support/boards.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server.close())

test('P11 a hall that returns at once opens its forum once, and each address is looked up once', async () => {
  const looked: string[] = []
  const db = server.database.db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'SelectQueryNode' && JSON.stringify(node.from).includes('"forum"')) looked.push(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const { forums } = await createCore(db, virtualTime(before), silentLog)
  const found = await Promise.all(Array.from({ length: 300 }, () => forums.find('essai')))
  expect([new Set(found).size, found[0]?.slug, looked.length]).toEqual([1, 'essai', 1])
  expect(await Promise.all([forums.find('nulle-part'), forums.find('nulle-part')])).toEqual([null, null])
  expect(looked.length).toBe(2)
})
