import { afterEach, beforeEach, expect, test } from 'vitest'
import { foldOn, unwritten } from '../../../db/verify.ts'
import { type Board, emptyBoard } from '../../../shared/board.ts'
import type { Command } from '../../../shared/commands/command.schema.ts'
import { propose, sessionId } from '../../support/boards.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { type Device, type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'

let server: TestApp
beforeEach(async () => {
  server = await testApp()
})
afterEach(() => server.close())

/** One operation of the history; moments are counted, not timed. */
interface Operation {
  readonly id: string
  readonly command: Command
  readonly invoked: number
  /** Seqs that had been acknowledged to anybody when it was sent, and that were on disk when it was answered. */
  readonly knownBefore: number
  readonly knownAfter: number
  readonly answered: number
  readonly outcome: { readonly seq: number } | { readonly holder: string | null }
}

const cells = [slotId('0930'), slotId('1045')].flatMap((slot) => ['b101', 'b102'].map((roomId) => ({ roomId, slot })))

const nextOf = (random: Random, own: number): Command => {
  const { roomId, slot } = random.pick(cells)
  const act = random.below(4)
  if (act === 0) return { type: 'release', sessionId: sessionId(own) }
  return { type: act === 1 ? 'move' : 'claim', sessionId: sessionId(own), roomId, slotId: slot }
}

/** Twelve people on four cells at once; one answer in six is lost on its way, and asked for again under the same id. */
const record = async (random: Random): Promise<readonly Operation[]> => {
  const history: Operation[] = []
  let moment = 0
  let acknowledged = 0
  const act = async (device: Device, own: number): Promise<void> => {
    for (let n = 0; n < 25; n += 1) {
      const [id, command, isLost] = [random.uuid(), nextOf(random, own), random.chance(1 / 6)]
      moment += 1
      const [invoked, knownBefore] = [moment, acknowledged]
      let reply = await server.command(device, command, id)
      if (isLost) reply = await server.command(device, command, id)
      moment += 1
      const body = reply.body as { seq?: number; refusal?: { code: string; holder?: { sessionId: string } } }
      if (body.refusal?.code === 'too-fast') throw new Error('the test is too fast for the allowance')
      if (body.seq !== undefined) acknowledged = Math.max(acknowledged, body.seq)
      const outcome = body.seq === undefined ? { holder: body.refusal?.holder?.sessionId ?? null } : { seq: body.seq }
      const knownAfter = server.forum.board.seq
      history.push({ id, command, invoked, knownBefore, knownAfter, answered: moment, outcome })
    }
  }
  const team = await Promise.all(Array.from({ length: 12 }, (_, n) => server.joinTeam(`P${n}`)))
  for (const [n, device] of team.entries()) await server.command(device, propose(n))
  acknowledged = server.forum.board.seq
  await Promise.all(team.map((device, n) => act(device, n)))
  return history
}

/** The board after each seq, from the log. */
const boardsBySeq = async (): Promise<ReadonlyMap<number, Board>> => {
  const boards = new Map([[0, emptyBoard]])
  await foldOn(server.services.db, server.forum.id, unwritten, {
    onEntry: (_entry, { board, seq }) => boards.set(seq, board),
  })
  return boards
}

const holds = (board: Board | undefined, holder: string, roomId: string, slot: string): boolean =>
  board?.placements.get(holder)?.roomId === roomId && board.placements.get(holder)?.slotIds.includes(slot) === true

test('L1 L3 B1 a history of lost and repeated claims is linearizable: one order, which nobody saw otherwise', async () => {
  const seed = 20_240_703
  const history = await record(seededRandom(seed))
  const boards = await boardsBySeq()
  const accepted = history.flatMap((operation) =>
    'seq' in operation.outcome ? [{ ...operation, ...operation.outcome }] : [],
  )
  expect(accepted.length).toBeGreaterThan(60)
  // Each id once, and every id in the log is one that was answered.
  expect(new Set(accepted.map(({ seq }) => seq)).size).toBe(accepted.length)
  for (const one of accepted) {
    // What was answered before this was sent stands before it.
    const wrong = accepted.filter((other) => other.answered < one.invoked && other.seq >= one.seq)
    expect({ seed, id: one.id, wrong: wrong.map(({ id }) => id) }).toEqual({ seed, id: one.id, wrong: [] })
    expect(one.seq).toBeLessThanOrEqual(one.knownAfter)
  }
  // Who was told "taken" was told the truth of some moment between asking and hearing.
  const losers = history.flatMap(({ command, outcome, ...rest }) =>
    'holder' in outcome && outcome.holder !== null && (command.type === 'claim' || command.type === 'move')
      ? [{ ...rest, command, holder: outcome.holder }]
      : [],
  )
  expect(losers.length).toBeGreaterThan(20)
  for (const { command, holder, knownBefore, knownAfter } of losers) {
    const seqs = Array.from({ length: knownAfter - knownBefore + 1 }, (_, n) => knownBefore + n)
    const isTrue = seqs.some((seq) => holds(boards.get(seq), holder, command.roomId, command.slotId))
    expect({ seed, holder, isTrue }).toEqual({ seed, holder, isTrue: true })
  }
})
