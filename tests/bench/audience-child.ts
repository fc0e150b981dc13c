import { WebSocket } from 'ws'
import type { Act, AudienceQuestion } from './audience.ts'
import { type Heard, Hearing, type Sent } from './heard.ts'
import type { Line } from './line.ts'
import { type Tongue, tongueOf } from './tongues.ts'

/** How many come at a time; all at once would only fill the system's own queue of new lines. */
const group = 50
/** Milliseconds after the last word in which all must have heard of it. */
const patience = 10_000

const sockets: WebSocket[] = []
let tongue: Tongue | null = null
let hearing: Hearing | null = null
let complete = (): void => undefined

const arrive = ({ url }: Line, spoken: Tongue, token: string | undefined): Promise<void> => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  const phone = sockets.push(socket) - 1
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('open', () => {
      if (spoken.greeting !== null) socket.send(spoken.greeting)
      if (spoken.isIn) resolve()
    })
    socket.on('message', (data, isBinary) => {
      if (!Buffer.isBuffer(data)) return
      hearing?.hear(phone, data, isBinary, performance.now())
      if (hearing?.isComplete === true) complete()
      if (isBinary) return
      const complaint = spoken.complaint(data)
      if (complaint !== null) throw new Error(complaint)
      const answer = spoken.answer(data)
      if (answer !== null) socket.send(answer)
      if (spoken.isWelcome(data)) resolve()
    })
    socket.once('close', (code) => {
      throw new Error(`the line of phone ${phone} was closed with ${code}`)
    })
  })
}

const join = async (line: Line, phones: number, tokens: readonly string[]): Promise<void> => {
  const spoken = tongueOf(line)
  tongue = spoken
  const numbers = Array.from({ length: phones }, (_, n) => n)
  while (numbers.length > 0) {
    await Promise.all(numbers.splice(0, group).map((n) => arrive(line, spoken, tokens[n])))
  }
}

const play = async (acts: readonly Act[]): Promise<Heard> => {
  if (tongue === null) throw new Error('nobody has joined yet')
  const heard = new Hearing(tongue, sockets.length, acts.length)
  const sent: Sent[] = []
  hearing = heard
  const { promise, resolve } = Promise.withResolvers<void>()
  complete = resolve
  for (const { after, phone, id, text } of acts) {
    setTimeout(() => {
      sent.push({ id, phone, at: performance.now() })
      sockets[phone]?.send(text)
    }, after)
  }
  const tired = setTimeout(resolve, (acts.at(-1)?.after ?? 0) + patience)
  await promise
  clearTimeout(tired)
  hearing = null
  return heard.report(sent)
}

process.on('message', (question: AudienceQuestion) => {
  const answer = question.type === 'join' ? join(question.line, question.phones, question.tokens) : play(question.acts)
  void answer.then((said) => process.send?.(said ?? true))
})
