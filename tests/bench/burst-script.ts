import { newId } from '../../client/sync/new-id.ts'
import type { Random } from '../support/random.ts'
import type { Act } from './audience.ts'
import type { OwnForum } from './own-forum.ts'
import type { Rival } from './rivals.ts'
import { sizes } from './sizes.ts'

export const perSecond = 35
export const rooms = 35
export const slots = 10

const duration = sizes.seconds * 1000
/** 350 in ten seconds. */
export const commits = perSecond * sizes.seconds
/** Those who claim, each a session and a cell of their own. */
export const claimers = Math.min(sizes.phones, rooms * slots, commits)

/** Moments as people choose them: at any, and several at once. */
export const moments = (random: Random, count: number): readonly number[] =>
  Array.from({ length: count }, () => random.below(duration)).sort((a, b) => a - b)

/** As a phone of the crowd says it then; their clocks are up to two seconds off. */
const actOf = (after: number, phone: number, command: object): Act => {
  const id = newId(Date.now() + after + ((phone % 5) - 2) * 1000)
  return { after, phone, id, text: JSON.stringify({ type: 'command', id, command }) }
}

/** What the phones of the forum say, each of the first `claimers` of its own session. */
export const scriptFor = ({ sessions, cells }: OwnForum) => {
  const claim = (after: number, phone: number, cell: number): Act => {
    return actOf(after, phone, { type: 'claim', sessionId: sessions[phone], ...cells[cell % cells.length] })
  }
  let turns = 0
  return {
    /** Each of so many phones claims its own cell once. */
    claims: (times: readonly number[]): readonly Act[] => times.map((after, n) => claim(after, n, n)),
    /** Thirty-five sessions, each in a room of its own, go from slot to slot. */
    moves: (times: readonly number[]): readonly Act[] =>
      times.map((after) => {
        const host = turns % Math.min(rooms, claimers)
        const slot = Math.floor(turns / rooms) % slots
        turns += 1
        return claim(after, host, slot * rooms + host)
      }),
    releases: (phones: number): readonly Act[] =>
      Array.from({ length: phones }, (_, phone) => actOf(0, phone, { type: 'release', sessionId: sessions[phone] })),
  }
}

/** The same moments, as phones of another server use them. */
export const askRival = (rival: Rival, times: readonly number[]): readonly Act[] =>
  times.map((after, n) => ({ after, phone: n % sizes.phones, id: String(n), text: rival.go }))
