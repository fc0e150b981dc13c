import { expect, test } from 'vitest'
import { newId } from '../../../client/sync/new-id.ts'

/** The first 48 bits (RFC 9562, 5.7). */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

test('an id is a UUID of version 7: the second, then chance', () => {
  const ids = Array.from({ length: 1000 }, () => newId(1_750_000_000_987))
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(timeOf(id)).toBe(1_750_000_000_000)
  }
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id made now tells the time of now', () => {
  const before = Math.floor(Date.now() / 1000) * 1000
  const told = timeOf(newId())
  expect(told).toBeGreaterThanOrEqual(before)
  expect(told).toBeLessThanOrEqual(Date.now())
})
