import { afterEach, beforeEach, expect, test } from 'vitest'
import { createForum } from '../../../server/board/create-forum.ts'
import { Troubles } from '../../../server/jobs/troubles.ts'
import { before } from '../../support/boards.ts'
import { handPhone } from '../../support/socket-pair.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { testPlan } from '../../support/test-plan.ts'
import { virtualTime } from '../../support/virtual-time.ts'

let server: TestApp
beforeEach(async () => {
  server = await testApp()
})
afterEach(() => server.close())

test('L11 a trouble keeps its first moment, is told once, and is gone when it is cleared', () => {
  const time = virtualTime(before)
  const troubles = new Troubles(time)
  let told = 0
  troubles.onChange(() => {
    told += 1
  })
  expect(troubles.raise('backup', 'first')).toBe(true)
  time.advance(5000)
  expect(troubles.raise('backup', 'again')).toBe(false)
  expect(troubles.all).toEqual([{ kind: 'backup', forumId: null, message: 'again', since: before }])
  expect([troubles.clear('backup'), troubles.clear('backup'), troubles.all, told]).toEqual([true, false, [], 2])
})

test('L11 what concerns one forum is told to its phones only, what concerns the house to all', async () => {
  const made = await createForum(server.services, testPlan, 'autre')
  if (made.type === 'refused') throw new Error(made.refusal.code)
  const { troubles, clock } = server.services
  const phones = [server.forum, made.forum].map((forum) => handPhone(forum, clock))
  for (const phone of phones) phone.hello()
  const heard = () => phones.map((phone) => phone.flush().filter(({ type }) => type === 'trouble'))
  heard()
  troubles.raise('mismatch', 'x', made.forum.id)
  expect(heard()).toEqual([[], [{ type: 'trouble', readOnly: false, mismatch: true }]])
  troubles.raise('read-only', 'y')
  expect(heard()).toEqual([
    [{ type: 'trouble', readOnly: true, mismatch: false }],
    [{ type: 'trouble', readOnly: true, mismatch: true }],
  ])
  // A backup that failed is for whoever runs the server, not for the hall.
  troubles.raise('backup', 'z')
  expect(heard()).toEqual([[], []])
})

test('L11 a forum that is opened in the middle of it hears the end of it too', async () => {
  const { troubles, clock } = server.services
  troubles.raise('read-only', 'y')
  const made = await createForum(server.services, testPlan, 'autre')
  if (made.type === 'refused') throw new Error(made.refusal.code)
  const phone = handPhone(made.forum, clock)
  phone.hello()
  expect(phone.flush()).toContainEqual({ type: 'trouble', readOnly: true, mismatch: false })
  troubles.clear('read-only')
  expect(phone.flush()).toContainEqual({ type: 'trouble', readOnly: false, mismatch: false })
})
