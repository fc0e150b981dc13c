import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What the network does to what passes. */
export interface Weather {
  /** Milliseconds each way. */
  readonly latency: number
  /** Milliseconds that may come on top; order is kept, as TCP keeps it. */
  readonly jitter: number
  /** Each way, for each line. */
  readonly bytesPerSecond: number
  /** `hold`: nothing arrives for now; what was held arrives when it passes again. */
  readonly up: 'pass' | 'hold'
  readonly down: 'pass' | 'hold'
}

/** Who answers a new line: the server; a Wi-Fi with its own page, or its redirect; nobody. */
export type Answering = 'server' | 'html' | 'redirect' | 'refuse'

/** A bad network between a phone and a server, in user space. */
export interface ChaosProxy {
  /** "http://localhost:4711" */
  readonly origin: string
  /** Lines that are open on the phone's side. */
  readonly lines: number
  weather(changes: Partial<Weather>): void
  answer(who: Answering): void
  /** Ends every line with a reset. */
  reset(): void
  /** Nothing of the lines that there are arrives any more, and nobody is told; new ones work. */
  cutSilently(): void
  /** The phones are gone; the server is not told. */
  loseDownstream(): void
  /** The server's next bytes of each line: after so many, the line ends in the middle. */
  truncateAfter(bytes: number): void
  close(): Promise<void>
}

interface Line {
  readonly phone: Socket
  readonly server: Socket
  isSilent: boolean
  /** Bytes that may still come down. */
  left: number
}

const fair: Weather = { latency: 0, jitter: 0, bytesPerSecond: Number.POSITIVE_INFINITY, up: 'pass', down: 'pass' }

const page = '<!doctype html><title>Wi-Fi</title><h1>Bienvenue, acceptez nos conditions</h1>'
const answers: Readonly<Record<'html' | 'redirect', string>> = {
  html: `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\nConnection: close\r\n\r\n${page}`,
  redirect:
    'HTTP/1.1 302 Found\r\nLocation: http://portal.localhost/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
}

/** @param target "http://localhost:3000" @param random in [0, 1), for the jitter */
export const chaosProxy = async (target: string, random: () => number = Math.random): Promise<ChaosProxy> => {
  const { hostname, port } = new URL(target)
  const lines = new Set<Line>()
  let weather = fair
  let answering: Answering = 'server'
  const waiting = new Set<() => void>()

  const passes = (line: Line, way: 'up' | 'down'): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (weather[way] === 'hold' || line.isSilent) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })

  /** Hands bytes on in order, each batch when the weather lets it. */
  const hand = (line: Line, way: 'up' | 'down'): void => {
    const [from, to] = way === 'up' ? [line.phone, line.server] : [line.server, line.phone]
    let before: Promise<unknown> = Promise.resolve()
    from.on('data', (bytes: Buffer) => {
      const arrives = performance.now() + weather.latency + random() * weather.jitter
      const travel = (bytes.length / weather.bytesPerSecond) * 1000
      before = before.then(async () => {
        const wait = Math.max(arrives - performance.now(), 0) + travel
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
        await passes(line, way)
        const whole = way === 'up' || bytes.length <= line.left
        if (way === 'down') line.left -= bytes.length
        if (to.destroyed) return
        to.write(whole ? bytes : bytes.subarray(0, Math.max(0, line.left + bytes.length)))
        if (!whole) for (const end of [line.phone, line.server]) end.destroy()
      })
    })
    from.on('end', () => {
      before = before.then(() => passes(line, way)).then(() => to.end())
    })
    from.on('close', () => {
      if (way === 'up') lines.delete(line)
    })
    from.on('error', () => {
      if (!line.isSilent) to.destroy()
    })
  }

  const proxy = createServer({ allowHalfOpen: true }, (phone) => {
    phone.on('error', () => undefined)
    if (answering === 'refuse') return void phone.resetAndDestroy()
    if (answering !== 'server') {
      const text = answers[answering]
      return void phone.once('data', () => phone.end(text))
    }
    const server = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    const line: Line = { phone, server, isSilent: false, left: Number.POSITIVE_INFINITY }
    lines.add(line)
    hand(line, 'up')
    hand(line, 'down')
  })
  proxy.listen(0, 'localhost')
  await once(proxy, 'listening')

  const each = (act: (line: Line) => void): void => {
    for (const line of [...lines]) act(line)
  }
  return {
    origin: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    get lines() {
      return lines.size
    },
    weather: (changes) => {
      weather = { ...weather, ...changes }
      for (const look of [...waiting]) look()
    },
    answer: (who) => {
      answering = who
    },
    reset: () =>
      each(({ phone, server }) => {
        phone.resetAndDestroy()
        server.resetAndDestroy()
      }),
    cutSilently: () =>
      each((line) => {
        line.isSilent = true
      }),
    loseDownstream: () =>
      each((line) => {
        line.isSilent = true
        line.phone.destroy()
      }),
    truncateAfter: (bytes) =>
      each((line) => {
        line.left = bytes
      }),
    close: async () => {
      each(({ phone, server }) => {
        phone.destroy()
        server.destroy()
      })
      proxy.close()
      await once(proxy, 'close')
    },
  }
}
