import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpack } from '../../../client/sync/unpack.ts'
import { pack } from '../../../server/sync/pack.ts'
import { boardToJson } from '../../../shared/board-json.ts'
import { commonText, PACKING } from '../../../shared/common-text.ts'
import { isLive, type WiredPhone, wiredPhone } from '../../client/support/wired-phone.ts'
import { build, by, propose, sessionId, smallBoard } from '../../support/boards.ts'
import { helloOf, listen, type RealPhone, realPhone } from '../../support/real-phone.ts'
import { type TestApp, testApp } from '../../support/test-app.ts'
import { slotId } from '../../support/test-plan.ts'

let server: TestApp
let origin: string
beforeAll(async () => {
  server = await testApp()
  origin = `http://${await listen(server.app)}`
})
afterAll(() => server.close())

const ascii = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) })
const text = fc.string({ unit: 'binary' }).filter((each) => each.isWellFormed())
const packed = (content: string, common: string): ArrayBuffer =>
  Uint8Array.from(pack(Buffer.from(content), common)).buffer

test('P21 any text is read as it was packed, by whoever holds the same other text', async () => {
  await fc.assert(
    fc.asyncProperty(text, ascii, async (content, common) => {
      expect(await unpack(packed(content, common), common)).toBe(content)
    }),
    { numRuns: 200 },
  )
})

test('P21 whoever holds another text, as long as it or not, reads nothing at all', async () => {
  const common = commonText(smallBoard)
  const frame = packed('{"type":"entries","entries":[]}', common)
  for (const other of [common.replace('b101', 'b110'), common.slice(1), ` ${common}`, '']) {
    expect(other).not.toBe(common)
    await expect(unpack(frame, other)).rejects.toThrow(TypeError)
  }
  await expect(unpack(frame.slice(0, -9), common)).rejects.toThrow(TypeError)
})

test('P21 what both hold has the ids of the board, those that it names last within reach of deflate', () => {
  const board = build(smallBoard, [[by('ana'), propose(1)]])
  const common = commonText(board)
  for (const id of [sessionId(1), 'b101', 's1', '"session-placed"']) expect(common).toContain(id)
  const sessions = [...board.sessions.values()].flatMap((session) =>
    Array.from({ length: 1000 }, (_, n) => ({ ...session, id: sessionId(n + 1) })),
  )
  const large = commonText({ ...board, sessions: new Map(sessions.map((session) => [session.id, session])) })
  expect(large.length).toBe(32_000)
  expect([large.includes(sessionId(1)), large.includes(sessionId(1000)), large.includes('b101')]).toEqual([
    false,
    true,
    true,
  ])
})

test('P21 the way of packing has another number when what both hold is made otherwise', () => {
  const common = commonText(build(smallBoard, [[by('ana'), propose(1)]]))
  // Where this text changes, phones of before would read nothing: raise PACKING, and change it here with it.
  expect([PACKING, createHash('sha256').update(common).digest('base64url')]).toEqual([
    1,
    'MDTdAXDblDRLs3jMufPtJ3z7stKaLzFmkHwrKvr1mAk',
  ])
})

const hostOf = async (name: string): Promise<WiredPhone> => {
  const phone = wiredPhone(origin, 'essai', (await server.join(name)).token)
  await phone.until(isLive)
  return phone
}

/** A line that was greeted, of which everything is seen as it comes. */
const greeted = async (query: string): Promise<RealPhone> => {
  const phone = await realPhone(`${origin.replace('http', 'ws')}/api/forums/essai/live${query}`)
  phone.say(helloOf(server.forum.epoch, server.forum.board.seq))
  await phone.next('welcome')
  return phone
}

test('P21 who asks for it is sent entries packed, in well under half of the bytes, and holds the board that others hold', async () => {
  const [ana, brieuc] = await Promise.all(['Ana', 'Brieuc'].map(hostOf))
  if (ana === undefined || brieuc === undefined) throw new Error('nobody is there')
  const id = randomUUID()
  await ana.sync.send({ type: 'propose', sessionId: id, title: 'Le papier recyclé' })
  const [asText, otherwise, asPacked] = await Promise.all(
    ['', `?packed=${PACKING + 1}`, `?packed=${PACKING}`].map(greeted),
  )
  if (asText === undefined || otherwise === undefined || asPacked === undefined) throw new Error('nobody listens')
  const { seq, board } = server.forum.board
  const frame = new Promise<Buffer>((resolve) => {
    asPacked.socket.on('message', (data, isBinary) => isBinary && Buffer.isBuffer(data) && resolve(data))
  })
  await ana.sync.send({ type: 'claim', sessionId: id, roomId: 'b101', slotId: slotId('0930') })

  const { entries } = await asText.next('entries', (news) => news.entries[0]?.seq === seq + 1)
  await otherwise.next('entries', (news) => news.entries[0]?.seq === seq + 1)
  const sent = await frame
  expect(asPacked.heard.filter(({ type }) => type === 'entries')).toEqual([])
  expect(JSON.parse(await unpack(Uint8Array.from(sent).buffer, commonText(board)))).toEqual({
    type: 'entries',
    entries,
  })
  expect(sent.length).toBeLessThan(0.4 * JSON.stringify({ type: 'entries', entries }).length)

  await ana.sync.send({ type: 'release', sessionId: id })
  const truth = server.forum.board
  for (const phone of [ana, brieuc]) {
    const { state } = await phone.until((view) => view.state.seq === truth.seq)
    expect(boardToJson(state.confirmed)).toEqual(boardToJson(truth.board))
    phone.sync.stop()
  }
  for (const { socket } of [asText, otherwise, asPacked]) socket.close()
})
