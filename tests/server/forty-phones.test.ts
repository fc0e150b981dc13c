import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardFromJson } from '../../shared/board-json.ts'
import { evolveEntry } from '../../shared/evolve.ts'
import type { CellRef } from '../../shared/ids.ts'
import type { RefusalJson, Snapshot } from '../../shared/protocol.ts'
import { overlap } from '../../shared/time.ts'
import { type House, type HouseForum, openHouse, type Visitor } from '../support/house.ts'
import { helloOf, realPhone } from '../support/real-phone.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const snapshotOf = async (forum: HouseForum): Promise<Snapshot> =>
  (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()

/** Claims, and takes the first alternative for as long as there is one, as people do. */
const findPlace = async (visitor: Visitor, sessionId: string, wanted: CellRef): Promise<'placed' | RefusalJson> => {
  let cell = wanted
  for (;;) {
    const { status, body } = await visitor.send({ type: 'claim', sessionId, ...cell })
    if (status === 200) return 'placed'
    const { refusal } = body as { refusal: RefusalJson }
    const next = refusal.alternatives[0]
    if (next === undefined) return refusal
    cell = next
  }
}

test('U1 B1 B12 forty phones fill the market: every cell once, every loser told, the wall and the doors agree', async () => {
  const forum = await house.createForum()
  const before = await snapshotOf(forum)
  const wall = await realPhone(`${house.origin.replace('http', 'ws')}/api/forums/${forum.slug}/live`)
  wall.say(helloOf(before.epoch, before.seq))
  await wall.next('welcome')
  const first = before.board.slots.find(({ kind }) => kind === 'open')
  const wanted = { roomId: before.board.rooms[0]?.id ?? '', slotId: first?.id ?? '' }
  const people = await Promise.all(Array.from({ length: 40 }, (_, n) => forum.join(`Personne ${n}`)))
  const outcomes = await Promise.all(
    people.map(async (person, n) => {
      const sessionId = randomUUID()
      const proposed = await person.send({ type: 'propose', sessionId, title: `Sujet ${n}` })
      expect(proposed.status).toBe(200)
      return findPlace(person, sessionId, wanted)
    }),
  )

  const after = await snapshotOf(forum)
  const { placements, sessions } = after.board
  expect([sessions.length, outcomes.filter((outcome) => outcome === 'placed').length]).toEqual([40, placements.length])
  // Three rooms with cells, four open slots on the first day, one on the second with one room reserved.
  expect(placements.length).toBe(14)
  const clashes = placements.filter((a) => placements.some((b) => a !== b && a.roomId === b.roomId && overlap(a, b)))
  expect(clashes).toEqual([])
  const losers = outcomes.filter((outcome) => outcome !== 'placed')
  expect(losers.every(({ holder, message }) => holder !== undefined && message.length > 20)).toBe(true)

  await wall.next('entries', ({ entries }) => entries.some(({ seq }) => seq === after.seq))
  const heard = wall.heard.flatMap((message) => (message.type === 'entries' ? message.entries : []))
  const shown = heard.reduce(evolveEntry, boardFromJson(before.board))
  expect([...shown.placements.values()]).toEqual(placements)
  wall.socket.close()

  const agenda: { sessionId: string; roomId: string }[] = await (
    await fetch(`${house.origin}/api/forums/${forum.slug}/agenda.json`)
  ).json()
  const pairs = (list: readonly { sessionId: string; roomId: string }[]) =>
    list.map(({ sessionId, roomId }) => `${sessionId} ${roomId}`).sort()
  expect(pairs(agenda)).toEqual(pairs(placements))
  house.setClock(first?.date ?? '', '10:20')
  for (const room of before.board.rooms) {
    const now = await (await fetch(`${house.origin}/api/forums/${forum.slug}/rooms/${room.id}/now`)).json()
    const held = placements.find(({ roomId, slotIds }) => roomId === room.id && slotIds[0] === first?.id)
    expect(now.current?.session.id ?? null).toBe(held?.sessionId ?? null)
  }
})
