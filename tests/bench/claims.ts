import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../../client/sync/new-id.ts'
import { buildApp } from '../../server/app.ts'
import { systemClock } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import { boardToJson } from '../../shared/board-json.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { PACKING } from '../../shared/common-text.ts'
import { PROTOCOL } from '../../shared/protocol.ts'
import { type TemporaryFolder, temporaryDatabase } from '../support/temporary-database.ts'
import { widePlan } from '../support/wide-plan.ts'
import { startAsked } from './asked-child.ts'
import { crowdedForum } from './crowded-forum.ts'
import { inTurns, median, percentile, printBars } from './figures.ts'
import type { BurstAnswer } from './phones.ts'

const phones = 350
/** As many as tap in one moment when a market opens. */
const atOnce = 100
const rounds = 24
const rooms = 25
const slots = 14

/** Median milliseconds of a small write that reaches the disk, on the file system of the database. */
const fsyncTime = (folder: TemporaryFolder): number => {
  const file = openSync(folder.file('fsync'), 'w')
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now()
    writeSync(file, 'x'.repeat(4096))
    fsyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  return median(times)
}

/**
 * G8: 350 claims at once on one cell against 350 on as many cells. G9: how many claims one commit (one sync of the disk)
 * carries in a burst, and how long it takes from a phone that claims to the same phone hearing its own entry, which is on
 * disk by then and is its answer.
 */
export const claims = async (): Promise<boolean> => {
  const database = await temporaryDatabase()
  const fsync = fsyncTime(database.folder)
  const reading = readConfig({ LOG_LEVEL: 'warn', PORT: '0', HOST: '127.0.0.1', BACKUP_EVERY: 'off' })
  if (reading.type === 'wrong') throw new Error(reading.problem)
  const { app, services } = await buildApp({ db: database.db, clock: systemClock, config: reading.config })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const { forum, tokens, sessions, people } = await crowdedForum(services, widePlan(rooms, slots, Date.now()), {
    people: phones,
    sessions: phones,
  })
  const cells = [...forum.board.board.slots.keys()].flatMap((slotId) =>
    [...forum.board.board.rooms.keys()].map((roomId) => ({ roomId, slotId })),
  )
  const one = cells[0]
  const crowd = startAsked('tests/bench/phones.ts')
  const board = boardToJson(forum.board.board)
  const hello = { type: 'hello', protocol: PROTOCOL, epoch: forum.epoch, seq: forum.board.seq, language: 'fr' }
  await crowd.ask({
    type: 'join',
    url: `${address.replace('http', 'ws')}/api/forums/banc/live?packed=${PACKING}`,
    hello,
    board,
    tokens,
  })

  const batches: number[] = []
  forum.board.onEntries((entries) => batches.push(entries.length))
  const list = (): number[] => []
  const figures = { one: list(), many: list(), manyWaits: list(), some: list(), someWaits: list(), wrong: 0 }
  const releaseAll = async (): Promise<void> => {
    const placed = forum.board.board.placements
    const commands = sessions.map((sessionId) => (placed.has(sessionId) ? { type: 'release', sessionId } : null))
    await crowd.ask({ type: 'burst', commands })
    // Answers to the last ones are still joined; the next burst begins on a quiet line.
    await pause(150)
  }
  const burst = async (size: number, cellOf: (n: number) => object | undefined): Promise<BurstAnswer> => {
    batches.length = 0
    const commands = sessions.map((sessionId, n) => (n < size ? { type: 'claim', sessionId, ...cellOf(n) } : null))
    return crowd.ask<BurstAnswer>({ type: 'burst', commands })
  }
  const oneCell = async () => {
    const { total, refused } = await burst(phones, () => one)
    figures.one.push(phones / total)
    if (refused !== phones - 1 || forum.board.board.placements.size !== 1) figures.wrong += 1
    await releaseAll()
  }
  const manyCells = async () => {
    const { total, waits, refused } = await burst(phones, (n) => cells[n])
    figures.many.push(phones / total)
    figures.manyWaits.push(percentile(waits, 0.99))
    if (refused !== 0) figures.wrong += 1
    await releaseAll()
  }
  const someCells = async () => {
    const { waits } = await burst(atOnce, (n) => cells[n])
    figures.someWaits.push(percentile(waits, 0.99))
    figures.some.push(atOnce / batches.length)
    await releaseAll()
  }
  const turns = [oneCell, manyCells, someCells]
  await inTurns(2, turns)
  for (const times of [figures.one, figures.many, figures.manyWaits, figures.some, figures.someWaits]) times.length = 0
  await inTurns(rounds, turns)

  const submitAll = (commandOf: (sessionId: string, n: number) => Command): Promise<readonly number[]> => {
    // Ids are made by the phones, each its own.
    const submissions = sessions.map((sessionId, n) => ({
      id: newId(),
      command: commandOf(sessionId, n),
      actor: { personId: people[n] ?? '', role: 'participant' } as const,
    }))
    const asked = submissions.map(async (submission) => {
      const start = performance.now()
      await forum.board.submit(submission)
      return performance.now() - start
    })
    return Promise.all(asked)
  }
  const claimAll = async (): Promise<number> => {
    const noCell = { roomId: '', slotId: '' }
    return percentile(await submitAll((sessionId, n) => ({ type: 'claim', sessionId, ...(cells[n] ?? noCell) })), 0.99)
  }
  const onDisk: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    onDisk.push(await claimAll())
    await releaseAll()
  }
  await crowd.stop()
  while (forum.hub.size > 0) await pause(10)
  // The same with nobody to send it to: a batch is sent to all phones before who asked in the server goes on.
  const alone: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await claimAll())
    await submitAll((sessionId) => ({ type: 'release', sessionId }))
    await pause(150)
  }
  await app.close()
  await database.remove()

  return printBars(`claims: ${phones} phones, ${rounds} rounds, one fsync = ${fsync.toFixed(2)} ms`, [
    {
      name: 'G8 claims per second, one cell / many cells',
      value: median(figures.one) / median(figures.many),
      bar: { type: 'at least', value: 0.9 },
    },
    { name: 'G8 rounds without exactly one winner', value: figures.wrong, bar: { type: 'at most', value: 0 } },
    {
      name: `G9 claims per commit, ${atOnce} at once`,
      value: median(figures.some),
      bar: { type: 'at least', value: 10 },
    },
    {
      name: `G9 claim to its answer on the phone, ${atOnce} at once, p99, beyond three fsync`,
      value: median(figures.someWaits) - 3 * fsync,
      unit: ' ms',
      bar: { type: 'at most', value: 20 },
    },
    { name: `the same, all ${phones} at once`, value: median(figures.manyWaits) - 3 * fsync, unit: ' ms' },
    { name: `${phones} at once, answered in the server`, value: median(onDisk) - 3 * fsync, unit: ' ms' },
    { name: 'the same while no phone is connected', value: median(alone) - 3 * fsync, unit: ' ms' },
    { name: 'claims per second over sockets, many cells', value: 1000 * median(figures.many) },
  ])
}
