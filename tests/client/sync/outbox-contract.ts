import { expect, test } from 'vitest'
import type { OutboxStore, Waiting } from '../../../client/sync/outbox-store.ts'

export const waiting = (id: string, place: number, changes: Partial<Waiting> = {}): Waiting => ({
  id,
  slug: 'brest',
  by: 'ana',
  since: 1000,
  place,
  isLate: false,
  act: { type: 'star', sessionId: 'one', on: true },
  ...changes,
})

/** What every store of waiting things does, wherever it keeps them. */
export const outboxContract = (name: string, open: () => Promise<OutboxStore>): void => {
  test(`P13 ${name} gives back what waits in a forum, in order and whole`, async () => {
    const store = await open()
    const command = {
      type: 'command',
      command: { type: 'claim', sessionId: 'one', roomId: 'b101', slotId: 's1' },
      reason: 'parce que',
    } as const
    await store.put(waiting('c', 30))
    await store.put(waiting('a', 10, { act: command }))
    await store.put(waiting('b', 20, { slug: 'quimper' }))
    expect(await store.all('brest')).toEqual([waiting('a', 10, { act: command }), waiting('c', 30)])
    expect(await store.all('nowhere')).toEqual([])
  })

  test(`P13 ${name} keeps one thing under one id: the last one`, async () => {
    const store = await open()
    await store.put(waiting('a', 10))
    await store.put(waiting('a', 10, { isLate: true }))
    expect(await store.all('brest')).toEqual([waiting('a', 10, { isLate: true })])
  })

  test(`P13 ${name} forgets what was answered, and minds nothing that is not there`, async () => {
    const store = await open()
    await store.put(waiting('a', 10))
    await Promise.all([store.put(waiting('b', 20)), store.remove('b'), store.remove('a'), store.remove('nothing')])
    expect(await store.all('brest')).toEqual([])
  })
}
