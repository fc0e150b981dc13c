import { expect, test } from 'vitest'
import { makeConnection } from '../../../client/sync/connection.ts'
import { makeServerClock } from '../../../client/sync/server-clock.ts'
import { PROTOCOL, type ServerMessage } from '../../../shared/protocol.ts'
import { before } from '../../support/boards.ts'
import { virtualTime } from '../../support/virtual-time.ts'
import { welcome } from '../support/phone.ts'
import { scriptedLines } from '../support/scripted-line.ts'

test('P10 before the first word of the server the phone’s own clock serves', () => {
  const time = virtualTime(500)
  const clock = makeServerClock(time, before)
  time.advance(1000)
  expect(clock.now()).toBe(before + 1000)
})

test('P10 the reading with the shortest way is kept; half of the way is taken as the way back', () => {
  const time = virtualTime(0)
  const clock = makeServerClock(time, 0)
  time.advance(400)
  clock.hear(before, 0)
  expect(clock.now()).toBe(before + 200)
  time.advance(100)
  clock.hear(before + 280, 480)
  expect(clock.now()).toBe(before + 290)
  time.advance(1000)
  clock.hear(before + 900, 1000)
  expect(clock.now()).toBe(before + 1290)
})

test('P10 a rough reading gives way to any measured one, and does not replace it', () => {
  const time = virtualTime(0)
  const clock = makeServerClock(time, 0)
  clock.hear(before + 700)
  expect(clock.now()).toBe(before + 700)
  time.advance(100)
  clock.hear(before + 50, 0)
  expect(clock.now()).toBe(before + 100)
  clock.hear(before + 900)
  expect(clock.now()).toBe(before + 100)
})

test('P10 a clock that jumped (a phone that slept) is believed at the next answer', () => {
  const time = virtualTime(0)
  const clock = makeServerClock(time, before)
  clock.hear(before, 0)
  time.advance(1000)
  clock.hear(before + 3_600_000, 900)
  expect(clock.now()).toBe(before + 3_600_050)
})

test('P10 after five minutes a longer way is better than an old reading', () => {
  const time = virtualTime(0)
  const clock = makeServerClock(time, before)
  clock.hear(before, 0)
  time.advance(5 * 60_000 + 200)
  clock.hear(before + 5 * 60_000 + 150, 5 * 60_000)
  expect(clock.now()).toBe(before + 5 * 60_000 + 250)
})

test('P10 the clock follows answers to one’s own questions, not words that were long on their way', () => {
  const time = virtualTime(0)
  const clock = makeServerClock(time, 0)
  const lines = scriptedLines()
  const connection = makeConnection({
    open: lines.openSocket,
    timers: time,
    clock,
    random: () => 0,
    common: () => '',
    hello: () => ({ type: 'hello', protocol: PROTOCOL, epoch: '', seq: 0 }),
    onState: () => undefined,
    onMessage: () => undefined,
  })
  connection.restart()
  lines.latest().open()
  time.advance(100)
  lines.latest().say({ ...welcome(), serverTime: before } as ServerMessage)
  expect(clock.now()).toBe(before + 50)
  lines.latest().say({ type: 'pong', serverTime: before - 5000 })
  expect(clock.now()).toBe(before + 50)
})
