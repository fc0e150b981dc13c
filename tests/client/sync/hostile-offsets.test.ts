import { expect, test } from 'vitest'
import type { Entry } from '../../../shared/events.ts'
import { PROTOCOL, type ServerMessage } from '../../../shared/protocol.ts'
import { claim, propose, proposed, sessionId, smallBoard } from '../../support/boards.ts'
import { livePhone, scriptedLog, settled, startPhone, welcome } from '../support/phone.ts'

/* Catalogue 34, on the phone: offsets that can't be are never folded, and never make it ask without end. */

const offsets = [0, -1, 7, 1.5, 2 ** 53, Number.MAX_SAFE_INTEGER] as const

test.each(offsets)(
  'P5 an entry numbered %d after 5 is not folded: the snapshot is asked for, or nothing',
  async (seq) => {
    const log = scriptedLog(smallBoard, 5)
    const phone = await livePhone(log)
    const other = scriptedLog(smallBoard, 5)
    const entry: Entry = { ...other.add('brieuc', sessionId(501), propose(1)), seq }
    phone.lines.latest().say({ type: 'entries', entries: [entry] })
    await settled()
    expect(phone.view().state.confirmed).toEqual(smallBoard)
    expect([phone.view().state.seq, phone.fetches()]).toEqual([5, seq > 5 ? 2 : 1])
  },
)

test('P5 an entry without a number that can be compared is not folded', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await livePhone(log)
  const entry = scriptedLog(smallBoard, 5).add('brieuc', sessionId(501), propose(1))
  const text = JSON.stringify({ type: 'entries', entries: [{ ...entry, seq: null }] })
  phone.lines.latest().sayText(text)
  phone.lines.latest().sayText(text.replace('"seq":null', '"seq":"6"'))
  await settled()
  expect(phone.view().state.confirmed).toEqual(smallBoard)
})

test('P5 a server that numbers every batch wrongly is asked for snapshots with pauses, not without end', async () => {
  const log = scriptedLog(proposed, 7)
  const phone = await livePhone(log)
  const entry = { ...scriptedLog(proposed, 7).add('ana', sessionId(501), claim(1, 'b101', 's1')), seq: 99 }
  for (let round = 0; round < 6; round += 1) {
    phone.lines.latest().open()
    phone.lines.latest().say({ type: 'entries', entries: [entry] })
    await settled()
  }
  expect(phone.fetches()).toBeLessThanOrEqual(4)
  expect(phone.view().state.confirmed).toEqual(proposed)
})

test('P5 a welcome from behind what is held says nothing new, and the next hello says again what is held', async () => {
  const log = scriptedLog(smallBoard, 5)
  const phone = await startPhone(() => ({ type: 'ok', value: log.snapshot() }))
  phone.lines.latest().open()
  phone.lines.latest().say({ ...welcome([], -3) } as ServerMessage)
  phone.lines.latest().said()
  phone.lines.latest().cut()
  phone.time.advance(1000)
  phone.lines.latest().open()
  expect(phone.lines.latest().said()).toEqual([
    { type: 'hello', protocol: PROTOCOL, epoch: 'epoch-1', seq: 5, language: 'fr' },
  ])
})
