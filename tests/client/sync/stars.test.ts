import { expect, test } from 'vitest'
import { shownCounts, shownStars } from '../../../client/sync/star-store.ts'
import { fault } from '../../../shared/refusals.ts'
import { refusalJson } from '../../../shared/sentences.ts'
import { proposed, sessionId } from '../../support/boards.ts'
import { livePhone, type Phone, scriptedLog, welcome } from '../support/phone.ts'

const shown = (phone: Phone) => {
  const { stars, counts } = phone.view()
  return { stars: [...shownStars(stars)], count: shownCounts(counts, stars).get(sessionId(1)) ?? 0 }
}

test('a star and its count are shown at once, and stay when the server confirms', async () => {
  const phone = await livePhone(scriptedLog(proposed, 7))
  phone.lines.latest().say({ type: 'counts', counts: { [sessionId(1)]: 4 } })
  const answer = phone.sync.star(sessionId(1), true)
  expect(shown(phone)).toEqual({ stars: [sessionId(1)], count: 5 })
  const starred = { type: 'star', id: phone.commandId(0), sessionId: sessionId(1), on: true }
  expect(phone.lines.latest().said()).toEqual([starred])
  phone.lines.latest().say({ type: 'starred', id: phone.commandId(0), sessionId: sessionId(1), on: true, count: 6 })
  expect(await answer).toBeUndefined()
  expect(shown(phone)).toEqual({ stars: [sessionId(1)], count: 6 })
})

test('a refused star goes out again, with its count', async () => {
  const phone = await livePhone(scriptedLog(proposed, 7))
  const answer = phone.sync.star(sessionId(1), true)
  const refusal = refusalJson(fault('too-fast'), 'fr')
  phone.lines.latest().say({ type: 'refused', commandId: phone.commandId(0), refusal })
  expect(await answer).toEqual(refusal)
  expect(shown(phone)).toEqual({ stars: [], count: 0 })
})

test('stars put on and off without network are sent in order when it is back', async () => {
  const phone = await livePhone(scriptedLog(proposed, 7))
  phone.lines.latest().cut()
  void phone.sync.star(sessionId(1), true)
  void phone.sync.star(sessionId(1), false)
  void phone.sync.star(sessionId(2), true)
  expect(shown(phone)).toEqual({ stars: [sessionId(2)], count: 0 })
  phone.time.advance(1000)
  phone.lines.latest().open()
  phone.lines.latest().said()
  phone.lines.latest().say(welcome([], 7))
  expect(phone.lines.latest().said()).toEqual([
    { type: 'star', id: phone.commandId(0), sessionId: sessionId(1), on: true },
    { type: 'star', id: phone.commandId(1), sessionId: sessionId(1), on: false },
    { type: 'star', id: phone.commandId(2), sessionId: sessionId(2), on: true },
  ])
})

test('a star that is there already is not sent again', async () => {
  const phone = await livePhone(scriptedLog(proposed, 7))
  void phone.sync.star(sessionId(1), false)
  expect(phone.lines.latest().said()).toEqual([])
})
