import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ownOffersOn } from '../../../client/offers/own-offers.ts'
import { keepOwnOffers } from '../../../client/offers/own-offers-store.ts'
import type { Board } from '../../../shared/board.ts'
import type { BoardEvent, Entry } from '../../../shared/events.ts'
import { MINUTE } from '../../../shared/time.ts'
import { before, build, by, sessionId } from '../../support/boards.ts'
import { answer, offer, offerId, twoPlaced } from '../../support/offers.ts'
import { asked, device, elsewhere, openPage, turn } from './ended-page.ts'

/** Ana, who hosts 1, asks Brieuc, who hosts 2, to swap. */
const open = build(twoPlaced, [[by('ana'), offer('swap', 1, 2)]])
const talkedOn = build(open, [[by('brieuc'), answer(1, 'talk', 'Au café ?')]])
const without: Board = { ...open, offers: new Map() }
const expiresAt = open.offers.get(offerId(1))?.expiresAt ?? 0

const entry = (seq: number, event: BoardEvent, personId = 'brieuc'): Entry => ({
  seq,
  commandId: sessionId(seq),
  by: personId,
  at: before,
  events: [event],
})
const declined = (seq: number) =>
  entry(seq, { type: 'offer-ended', offerId: offerId(1), how: 'declined', word: 'Non.' })
const talked = (seq: number) => entry(seq, { type: 'offer-talked', offerId: offerId(1), word: 'Au café ?' })

const no = 'Brieuc décline pour « Sujet 2 ». « Non. »'
const late = 'Sans réponse à temps, la proposition à « Sujet 2 » est close.'
const closed = 'La proposition à « Sujet 2 » est close.'
const moved = `${closed.slice(0, -1)} : un des deux sujets a bougé.`

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  device.kept.clear()
  asked.length = 0
})
afterEach(() => {
  turn('visible')
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('an answer and the time of its offer', () => {
  test('U32 a page that slept past it hears the answer that waits before it says that there was none', async () => {
    const page = await openPage(open, 5)
    page.tick(expiresAt + MINUTE)
    expect(page.said()).toEqual([])
    page.fresh(expiresAt + MINUTE)
    page.hear(without, declined(6))
    page.tick(expiresAt + MINUTE + 1000)
    expect([page.said(), page.listed()]).toEqual([[no], ['declined']])
    page.leave()
  })

  test('U32 one of the last second is waited for; should it come later still, it takes the place of what was said', async () => {
    const page = await openPage(open, 5)
    page.fresh(expiresAt + 9000)
    page.tick(expiresAt + 9000)
    expect(page.said()).toEqual([])
    page.fresh(expiresAt + 10_000)
    page.tick(expiresAt + 10_000)
    expect(page.said()).toEqual([late])
    page.hear(without, declined(6))
    expect([page.said(), page.listed()]).toEqual([[no], ['declined']])
    page.leave()
  })
})

describe('what is asked after an absence', () => {
  test('U32 without an answer it is asked again after a pause, whatever happens on the board meanwhile', async () => {
    const page = await openPage(open, 5)
    page.show(without, 9)
    await vi.advanceTimersByTimeAsync(0)
    await asked[0]?.lose()
    for (const seq of [10, 11, 12]) page.hear({ ...without }, talked(seq))
    await vi.advanceTimersByTimeAsync(249)
    expect(asked.length).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    await asked[1]?.lose()
    await vi.advanceTimersByTimeAsync(499)
    expect(asked.length).toBe(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked.map(({ since }) => since)).toEqual([5, 5, 5])
    await asked[2]?.answer([declined(7)], 12)
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect([page.said(), asked.length]).toEqual([[no], 3])
    page.leave()
  })

  test('U32 what is heard live meanwhile is told once, and not taken back by what is older', async () => {
    const page = await openPage(open, 5)
    page.show(talkedOn, 9)
    await vi.advanceTimersByTimeAsync(0)
    page.hear(without, declined(10))
    await asked[0]?.answer([talked(8)], 9)
    expect([page.said(), page.listed()]).toEqual([[no], ['declined']])
    page.leave()
    // What was accepted without a word shows in what moved: nothing older is told of it either.
    device.kept.clear()
    const other = await openPage(open, 5)
    other.show(talkedOn, 9)
    await vi.advanceTimersByTimeAsync(0)
    other.hear(without, entry(10, { type: 'offer-ended', offerId: offerId(1), how: 'accepted' }))
    await asked[1]?.answer([talked(8)], 9)
    expect([other.said(), other.listed(), device.kept.size]).toEqual([[], [], 0])
    other.leave()
  })

  test('U32 what was missed on a snapshot is asked from there on, and what was told is not told again', async () => {
    const page = await openPage(open, 5)
    page.show(talkedOn, 9)
    await vi.advanceTimersByTimeAsync(0)
    await asked[0]?.answer([talked(8)], 9)
    page.show({ ...talkedOn }, 15)
    page.show(without, 20)
    await vi.advanceTimersByTimeAsync(0)
    expect(asked.map(({ since }) => since)).toEqual([5, 15])
    page.leave()
  })

  test('U32 of a log that was restored the numbers mean others: then it is only said that it ended', async () => {
    const said = async (epoch: string) => {
      device.kept.clear()
      asked.length = 0
      const page = await openPage(open, 5)
      page.show(without, 20, epoch)
      await vi.advanceTimersByTimeAsync(0)
      await asked[0]?.answer([], 20)
      page.leave()
      return [...page.said(), asked[0]?.since]
    }
    expect([await said('e'), await said('f')]).toEqual([
      [moved, 5],
      [closed, 0],
    ])
  })

  test('U32 who takes the device over meanwhile is told of theirs', async () => {
    const kept = { heard: { epoch: 'e', seq: 3 }, offers: ownOffersOn(open, 'ana', before) }
    keepOwnOffers(device, 'offers essai chloe', kept)
    const page = await openPage(open, 5)
    page.show(without, 9)
    await vi.advanceTimersByTimeAsync(0)
    page.becomes('chloe')
    await asked[0]?.answer([declined(7)], 9)
    expect(page.said()).toEqual([])
    await asked[1]?.answer([declined(7)], 9)
    expect([page.said(), asked.map(({ since }) => since)]).toEqual([[no], [5, 3]])
    page.leave()
  })
})

describe('two pages of one device', () => {
  test('U32 a page behind another says nothing, and later only what no other page has said', async () => {
    const page = await openPage(open, 5)
    turn('hidden')
    page.hear(without, declined(6))
    expect([page.said(), page.listed()]).toEqual([[], ['declined']])
    turn('visible')
    expect(page.said()).toEqual([no])
    page.close()
    page.leave()
    // The list of what was told is the device's own: another page that hears it again stays silent.
    keepOwnOffers(device, 'offers essai ana', {
      heard: { epoch: 'e', seq: 5 },
      offers: ownOffersOn(open, 'ana', before),
    })
    const other = await openPage(without, 6)
    await vi.advanceTimersByTimeAsync(0)
    await asked[0]?.answer([declined(6)], 6)
    expect([other.said(), other.listed(), asked.length]).toEqual([[], ['declined'], 1])
    other.leave()
  })

  test('U32 what was put away on one goes from the other too, and does not come back', async () => {
    const page = await openPage(open, 5)
    page.hear(without, declined(6))
    expect([page.said(), page.listed()]).toEqual([[no], ['declined']])
    elsewhere(() => device.removeItem('answers essai ana'))
    expect([page.said(), page.listed()]).toEqual([[], []])
    page.leave()
    // Another one had slept since before the answer.
    const other = await openPage(open, 5)
    other.hear(talkedOn, talked(5))
    other.hear(without, declined(6))
    expect([other.said(), other.listed()]).toEqual([[], []])
    other.leave()
  })

  test('U32 understood before a page behind another could say it, it is not said there any more', async () => {
    const page = await openPage(open, 5)
    turn('hidden')
    page.hear(without, declined(6))
    const { dropEndings } = await import('../../../client/offers/endings.ts')
    dropEndings({ slug: 'essai', you: () => ({ id: 'ana', name: 'Ana', role: 'participant' }), now: () => before }, [
      offerId(1),
    ])
    turn('visible')
    expect([page.said(), page.listed()]).toEqual([[], []])
    page.leave()
  })

  test('U32 a device that may keep nothing has all of it on the page that is open', async () => {
    const full = vi.spyOn(device, 'setItem').mockImplementation(() => {
      throw new Error('full')
    })
    const two = build(open, [[by('ana'), offer('merge', 1, 2, { offerId: offerId(2) })]])
    const page = await openPage(two, 5)
    page.hear({ ...two }, talked(6))
    page.hear(open, entry(7, { type: 'offer-ended', offerId: offerId(2), how: 'declined', word: '' }))
    expect([full.mock.calls.length > 0, page.listed()]).toEqual([true, ['talked', 'declined']])
    page.leave()
  })
})
