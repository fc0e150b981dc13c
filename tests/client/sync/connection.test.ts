import { expect, test } from 'vitest'
import { type LiveConnection, makeConnection } from '../../../client/sync/connection.ts'
import type { Connection } from '../../../client/sync/forum-store.ts'
import { makeServerClock } from '../../../client/sync/server-clock.ts'
import { PROTOCOL, type ServerMessage } from '../../../shared/protocol.ts'
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts'
import { welcome } from '../support/phone.ts'
import { type ScriptedLines, scriptedLines } from '../support/scripted-line.ts'

interface Line {
  readonly connection: LiveConnection
  readonly lines: ScriptedLines
  readonly time: VirtualTime
  readonly states: Connection[]
  readonly heard: ServerMessage[]
  /** What `random` gives, in [0, 1). */
  setLuck(luck: number): void
  /** The socket opens and the server says welcome. */
  greet(): void
}

const makeLine = (): Line => {
  const time = virtualTime(0)
  const lines = scriptedLines()
  const states: Connection[] = []
  const heard: ServerMessage[] = []
  let luck = 0.999
  const connection = makeConnection({
    open: lines.openSocket,
    timers: time,
    clock: makeServerClock(time, 0),
    random: () => luck,
    common: () => '',
    hello: () => ({ type: 'hello', protocol: PROTOCOL, epoch: 'epoch-1', seq: 0, language: 'fr' }),
    onState: (state) => states.push(state),
    onMessage: (message) => heard.push(message),
  })
  connection.restart()
  return {
    connection,
    lines,
    time,
    states,
    heard,
    setLuck: (next) => {
      luck = next
    },
    greet: () => {
      lines.latest().open()
      lines.latest().said()
      lines.latest().say({ ...welcome(), serverTime: time.now() } as ServerMessage)
    },
  }
}

test('a line is live only when the server has said welcome, which is handed on first', () => {
  const line = makeLine()
  expect(line.connection.send({ type: 'ping' })).toBe(false)
  line.lines.latest().open()
  expect(line.states).toEqual([{ type: 'connecting' }])
  line.lines.latest().say(welcome())
  expect(line.states).toEqual([{ type: 'connecting' }, { type: 'live' }])
  expect(line.heard.map(({ type }) => type)).toEqual(['welcome'])
  expect(line.connection.send({ type: 'ping' })).toBe(true)
})

// Catalogue 12, the phone's half.
test('P11 a silent line is asked after three seconds and given up within nine', () => {
  const line = makeLine()
  line.greet()
  line.time.advance(2999)
  expect(line.lines.latest().said()).toEqual([])
  line.time.advance(1)
  expect(line.lines.latest().said()).toEqual([{ type: 'ping' }])
  line.time.advance(4999)
  expect(line.connection.state()).toEqual({ type: 'live' })
  line.time.advance(1)
  expect(line.connection.state().type).toBe('waiting')
  expect(line.time.now()).toBeLessThanOrEqual(9000)
})

test('P11 what is heard while a ping waits for its answer is a sign of life', () => {
  const line = makeLine()
  line.greet()
  for (let round = 0; round < 5; round += 1) {
    line.time.advance(3000)
    expect(line.lines.latest().said()).toEqual([{ type: 'ping' }])
    line.time.advance(4000)
    line.lines.latest().say({ type: 'presence', here: round })
    line.time.advance(4000)
    line.lines.latest().say({ type: 'pong', serverTime: line.time.now() })
  }
  expect(line.connection.state()).toEqual({ type: 'live' })
})

// Catalogue 13: nothing goes up, while others are heard all the time.
test('P11 a busy line is asked as often as a silent one, and left where it does not answer', () => {
  const line = makeLine()
  line.greet()
  const hearFor = (milliseconds: number) => {
    for (let heard = 0; heard < milliseconds; heard += 500) {
      line.time.advance(500)
      line.lines.latest().say({ type: 'presence', here: heard })
    }
  }
  hearFor(3000)
  expect(line.lines.latest().said()).toEqual([{ type: 'ping' }])
  hearFor(9500)
  expect(line.connection.state()).toEqual({ type: 'live' })
  line.time.advance(500)
  expect(line.connection.state().type).toBe('waiting')
})

test('P11 each wait is drawn from zero to as long as the loss has lasted, a second at least, fifteen at most', () => {
  const line = makeLine()
  const bounds: number[] = []
  for (let round = 0; round < 8; round += 1) {
    const tries = line.lines.count()
    line.lines.latest().cut()
    const begun = line.time.now()
    while (line.lines.count() === tries) line.time.advance(1)
    bounds.push(line.time.now() - begun)
  }
  expect(bounds).toEqual([500, 999, 1498, 2995, 5987, 11_968, 14_985, 14_985])
  line.setLuck(0)
  const tries = line.lines.count()
  line.lines.latest().cut()
  line.time.advance(0)
  expect(line.lines.count()).toBe(tries + 1)
})

// Catalogue 31: a server that answers and then closes.
test('P11 only a line that lasted five seconds begins the waits anew', () => {
  const line = makeLine()
  const waitAfter = (lasts: number) => {
    line.greet()
    for (let lasted = 0; lasted < lasts; lasted += 1000) {
      line.time.advance(1000)
      line.lines.latest().say({ type: 'pong', serverTime: line.time.now() })
    }
    const tries = line.lines.count()
    line.lines.latest().cut()
    const begun = line.time.now()
    while (line.lines.count() === tries) line.time.advance(1)
    return line.time.now() - begun
  }
  expect([waitAfter(0), waitAfter(4000), waitAfter(4000), waitAfter(6000), waitAfter(0)]).toEqual([
    500, 4496, 12_984, 500, 999,
  ])
})

test('P11 the network or the page coming back ends the wait at once', () => {
  const line = makeLine()
  line.greet()
  line.lines.latest().cut()
  expect(line.connection.state().type).toBe('waiting')
  line.connection.nudge()
  expect([line.connection.state(), line.lines.count()]).toEqual([{ type: 'connecting' }, 2])
})

test('P11 a try that hung since before the network came back begins anew, a fresh one is left alone', () => {
  const line = makeLine()
  line.time.advance(500)
  line.connection.nudge()
  expect(line.lines.count()).toBe(1)
  line.time.advance(600)
  line.connection.nudge()
  expect(line.lines.count()).toBe(2)
})

test('a page that comes back makes sure that its line still answers', () => {
  const line = makeLine()
  line.greet()
  line.connection.nudge()
  expect(line.lines.latest().said()).toEqual([{ type: 'ping' }])
  line.time.advance(5000)
  expect(line.connection.state().type).toBe('waiting')
})

test('P3 a server that takes the line and says nothing is left after ten seconds', () => {
  const line = makeLine()
  line.lines.latest().open()
  line.time.advance(10_000)
  expect(line.connection.state().type).toBe('waiting')
  expect(line.lines.latest().closedByPhone()).toBe(true)
})

test('P11 a restarting server is met again when it said, not before, and by each a little later', () => {
  const line = makeLine()
  line.greet()
  line.setLuck(0.5)
  line.lines.latest().say({ type: 'goodbye', reason: 'restarting', returnAfter: 7000 })
  expect(line.connection.state()).toEqual({ type: 'waiting', until: 7250 })
  line.time.advance(7249)
  expect(line.lines.count()).toBe(1)
  line.time.advance(1)
  expect(line.lines.count()).toBe(2)
})

test('P11 a try before the time that was named does not lead to one after the other until then', () => {
  const line = makeLine()
  line.greet()
  line.setLuck(0.5)
  line.lines.latest().say({ type: 'goodbye', reason: 'restarting', returnAfter: 7000 })
  line.time.advance(1000)
  line.connection.nudge()
  line.lines.latest().cut()
  expect(line.connection.state()).toEqual({ type: 'waiting', until: 4000 })
})

test('a page too old for the server stops, and says why', () => {
  const line = makeLine()
  line.lines.latest().open()
  line.lines.latest().say({ type: 'goodbye', reason: 'too-old', returnAfter: 0 })
  line.time.advance(60_000)
  line.connection.nudge()
  line.connection.restart()
  expect([line.connection.state(), line.lines.count()]).toEqual([{ type: 'stopped', reason: 'too-old' }, 1])
})

test('a late word of a line that was left is not heard', () => {
  const line = makeLine()
  const left = line.lines.latest()
  line.greet()
  line.connection.restart()
  left.say({ type: 'presence', here: 9 })
  left.cut()
  expect(line.connection.state()).toEqual({ type: 'connecting' })
  expect(line.heard.map(({ type }) => type)).toEqual(['welcome'])
})

test('what is no message of ours is passed over: HTML of a captive portal, a newer server’s words', () => {
  const line = makeLine()
  line.greet()
  for (const text of ['<html>', '{}', 'null', '{"type":"offer"}', '{"type":"__proto__"}', '{"type":3}']) {
    line.lines.latest().sayText(text)
  }
  expect(line.connection.state()).toEqual({ type: 'live' })
  expect(line.heard.length).toBe(1)
})
