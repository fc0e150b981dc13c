import { expect, test } from 'vitest'
import { makeFresh } from '../../../client/sync/make-fresh.ts'
import type { Entry } from '../../../shared/events.ts'
import { before, sessionId } from '../../support/boards.ts'

const entry = (seq: number): Entry => ({ seq, commandId: sessionId(seq), by: 'ana', at: before, events: [] })
const seqs = (entries: readonly Entry[]) => entries.map(({ seq }) => seq)

test('U33 each entry is news once: also when the window moves on, and when a restored database counts anew', () => {
  const freshOf = makeFresh()
  const all = [entry(41), entry(42), entry(43), entry(3), entry(4)]
  expect(seqs(freshOf(all.slice(0, 2)))).toEqual([41, 42])
  expect(seqs(freshOf(all.slice(0, 2)))).toEqual([])
  expect(seqs(freshOf(all.slice(1, 3)))).toEqual([43])
  expect(seqs(freshOf(all.slice(1, 4)))).toEqual([3])
  expect(seqs(freshOf([]))).toEqual([])
  expect(seqs(freshOf(all.slice(4)))).toEqual([4])
})
