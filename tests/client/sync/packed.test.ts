import { expect, test } from 'vitest'
import { unpack } from '../../../client/sync/unpack.ts'
import { commonText } from '../../../shared/common-text.ts'
import { propose, proposed, sessionId } from '../../support/boards.ts'
import { ana, livePhone, type Phone, type ScriptedLog, scriptedLog, settled, welcome } from '../support/phone.ts'

/** One entry more in the log, sent packed against the board before it. */
const news = (phone: Phone, log: ScriptedLog, n: number, common = commonText(log.board())): void => {
  const entry = log.add('ana', sessionId(500 + n), propose(n))
  phone.lines.latest().sayPacked({ type: 'entries', entries: [entry] }, common)
}

const until = async (fits: () => boolean): Promise<void> => {
  while (!fits()) await settled()
}

test('P21 packed entries and texts are read in the order in which they came', async () => {
  const log = scriptedLog(proposed, 7)
  const seen: (readonly [number, number])[] = []
  const phone = await livePhone(log, { unpack, onView: ({ state, here }) => seen.push([state.seq, here]) })
  expect(phone.lines.latest().isPacked).toBe(true)
  seen.length = 0
  news(phone, log, 11)
  news(phone, log, 12)
  phone.lines.latest().say({ type: 'presence', here: 350 })
  news(phone, log, 13)
  await until(() => phone.view().state.seq === 10)
  expect(seen.map(([seq]) => seq)).toEqual([8, 9, 9, 10])
  expect(seen.findIndex(([, here]) => here === 350)).toBe(2)
  expect(phone.view().state.confirmed).toEqual(log.board())
})

test('P21 a text alone is read at once', async () => {
  const log = scriptedLog(proposed, 7)
  const phone = await livePhone(log, { unpack })
  phone.lines.latest().say({ type: 'presence', here: 12 })
  expect(phone.view().here).toBe(12)
})

test('P21 one that can’t be read folds nothing: the snapshot mends it, and the second time all comes as text', async () => {
  const log = scriptedLog(proposed, 7)
  const phone = await livePhone(log, { unpack })
  for (const round of [1, 2]) {
    news(phone, log, 20 + round, commonText(log.board()).replace('session-placed', 'session-Placed'))
    await until(() => phone.lines.count() === 1 + round)
    expect([phone.fetches(), phone.view().state.seq]).toEqual([1 + round, 7 + round])
    expect(phone.view().state.confirmed).toEqual(log.board())
    expect(phone.lines.latest().isPacked).toBe(round === 1)
    phone.lines.latest().open()
  }
})

test.each([
  ['fits', (common: string) => common, 'ok'],
  ['does not fit', (common: string) => `${common} `, 'wrong'],
] as const)(
  'P21 what still unpacks of a line that was left is not heard, where it %s',
  async (_, sentAgainst, came) => {
    const log = scriptedLog(proposed, 7)
    const ends: string[] = []
    const watched = (frame: ArrayBuffer, common: string): Promise<string> => {
      const text = unpack(frame, common)
      void text.then(
        () => ends.push('ok'),
        () => ends.push('wrong'),
      )
      return text
    }
    const phone = await livePhone(log, { unpack: watched })
    news(phone, log, 31, sentAgainst(commonText(log.board())))
    phone.sync.becomes(ana)
    await until(() => ends.length > 0)
    await settled()
    expect([ends, phone.view().state.seq, phone.fetches(), phone.lines.count()]).toEqual([[came], 7, 1, 2])
  },
)

test('P21 what a server says last is heard before the line ends, though the frame before it still unpacks', async () => {
  const log = scriptedLog(proposed, 7)
  const phone = await livePhone(log, { unpack })
  const line = phone.lines.latest()
  news(phone, log, 41)
  line.say({ type: 'goodbye', reason: 'restarting', returnAfter: 7000 })
  line.cut()
  await until(() => phone.view().connection.type === 'waiting')
  expect(phone.view().state.seq).toBe(8)
  phone.time.advance(6999)
  expect(phone.lines.count()).toBe(1)
})

test('P21 after one that is read again, a frame that can’t be is again the first', async () => {
  const log = scriptedLog(proposed, 7)
  const phone = await livePhone(log, { unpack })
  for (const round of [1, 2, 3]) {
    news(phone, log, 50 + round, 'another text')
    await until(() => phone.lines.count() === 1 + round)
    phone.lines.latest().open()
    phone.lines.latest().say(welcome([], log.seq()))
    news(phone, log, 60 + round)
    await until(() => phone.view().state.seq === log.seq())
  }
  expect(phone.lines.latest().isPacked).toBe(true)
})

test('P21 a browser that can’t unpack is sent text', async () => {
  const phone = await livePhone(scriptedLog(proposed, 7))
  expect(phone.lines.latest().isPacked).toBe(false)
})
