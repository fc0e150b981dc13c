import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MINUTE } from '../../shared/time.ts'
import { type RealServer, realServer } from '../server/reliability/support/real-server.ts'
import { sessionId } from '../support/boards.ts'

interface Reading {
  readonly megabytes: number
  readonly handles: number
  readonly walMegabytes: number
}

const megabyte = 1024 * 1024

/** From the system's own books: Linux only, elsewhere nothing is known. */
const read = async ({ pid, dataDir }: RealServer): Promise<Reading> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN)
  const handles = (await readdir(`/proc/${pid}/fd`)).length
  const wal = await stat(join(dataDir, 'forum.db-wal'))
  return { megabytes: kilobytes / 1024, handles, walMegabytes: wal.size / megabyte }
}

/** Sixty come, thirty of them by name; some act; all go, half of them without a word. */
const wave = async (server: RealServer, n: number): Promise<void> => {
  const devices = await Promise.all(Array.from({ length: 6 }, (_, k) => server.join(`V${n}-${k}`)))
  const named = devices.flatMap((device) => Array.from({ length: 5 }, () => server.phone(device)))
  const phones = await Promise.all([...named, ...Array.from({ length: 30 }, () => server.phone())])
  for (const [k, device] of devices.entries()) {
    const id = sessionId(1_000_000 + n * 10 + k)
    await server.command(device, { type: 'propose', sessionId: id, title: `Vague ${n}`, description: 'x'.repeat(2000) })
    await server.command(device, { type: 'withdraw', sessionId: id })
  }
  for (const [k, phone] of phones.entries()) {
    if (k % 2 === 0) phone.socket.terminate()
    else phone.socket.close()
  }
  await Promise.all(phones.map(({ ended }) => ended))
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** @returns whether memory, handles and write-ahead log of the last third are what they were in the second */
export const memory = async (minutes: number): Promise<boolean> => {
  if (process.platform !== 'linux') {
    console.log('Memory is read from /proc: on Linux only.')
    return true
  }
  const server = await realServer()
  try {
    await server.start({ LOG_LEVEL: 'error' })
    const readings: Reading[] = []
    const until = performance.now() + minutes * MINUTE
    for (let n = 0; performance.now() < until && n < 450; n += 1) {
      await wave(server, n)
      readings.push(await read(server))
      if (n % 20 !== 19) continue
      const { megabytes, handles, walMegabytes } = readings[n] ?? { megabytes: 0, handles: 0, walMegabytes: 0 }
      console.log(`wave ${n + 1}: ${megabytes.toFixed(0)} MB, ${handles} handles, log ${walMegabytes.toFixed(1)} MB`)
    }
    const third = Math.floor(readings.length / 3)
    const [middle, last] = [readings.slice(third, 2 * third), readings.slice(2 * third)]
    const of = (part: readonly Reading[], key: keyof Reading): number => median(part.map((reading) => reading[key]))
    console.log(`memory ${of(middle, 'megabytes').toFixed(0)} then ${of(last, 'megabytes').toFixed(0)} MB`)
    return (
      of(last, 'megabytes') <= 1.2 * of(middle, 'megabytes') + 10 &&
      of(last, 'handles') <= of(middle, 'handles') + 5 &&
      Math.max(...readings.map(({ walMegabytes }) => walMegabytes)) <= 17
    )
  } finally {
    await server.remove()
  }
}
