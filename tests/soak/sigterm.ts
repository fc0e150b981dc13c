import { realServer } from '../server/reliability/support/real-server.ts'
import type { RealPhone } from '../support/real-phone.ts'

/** SIGTERM with many phones. @returns whether all were told, spread out, and the process ended in order within ten seconds */
export const sigterm = async (phones: number): Promise<boolean> => {
  const server = await realServer()
  try {
    await server.start()
    const connected: RealPhone[] = []
    while (connected.length < phones) {
      const more = Math.min(50, phones - connected.length)
      connected.push(...(await Promise.all(Array.from({ length: more }, () => server.phone()))))
    }
    const goodbyes = Promise.all(connected.map((phone) => phone.next('goodbye')))
    const begun = performance.now()
    const code = await server.stop('SIGTERM')
    const seconds = (performance.now() - begun) / 1000
    const delays = (await goodbyes).map(({ returnAfter }) => returnAfter).sort((a, b) => a - b)
    const at = (share: number): number => Math.round(delays[Math.floor(share * (delays.length - 1))] ?? 0)
    console.log(`${phones} phones: ended with ${code} after ${seconds.toFixed(1)} s`)
    console.log(`told to return after ${at(0)}, ${at(0.25)}, ${at(0.5)}, ${at(0.75)}, ${at(1)} ms (quarters)`)
    // Evenly: no quarter of them within less than an eighth of the whole.
    const span = at(1) - at(0)
    const even = [0, 0.25, 0.5, 0.75].every((share) => at(share + 0.25) - at(share) > span / 8)
    return code === 0 && seconds <= 10 && delays.length === phones && even
  } finally {
    await server.remove()
  }
}
