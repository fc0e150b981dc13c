import { expect, test } from 'vitest'
import { createTurnstile } from '../../../db/sqlite/turnstile.ts'

test('one is in at a time, in the order of arrival, also one that comes while another leaves', async () => {
  const turnstile = createTurnstile()
  const seen: string[] = []
  const visit = async (name: string): Promise<void> => {
    await turnstile.enter()
    seen.push(`${name} in`)
    await Promise.resolve()
    seen.push(`${name} out`)
    turnstile.leave()
  }
  const first = visit('a').then(() => visit('d'))
  await Promise.all([first, visit('b'), visit('c')])
  expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out', 'd in', 'd out'])
})
