import type { Entry } from '../../shared/events.ts'
import type { ServerMessage } from '../../shared/protocol.ts'

/** A message as bytes, encoded once and shared by all who get it. */
export interface Frame {
  readonly bytes: Buffer
  /** Whether it is no text, but packed against what the phone knows (P21). */
  readonly isPacked: boolean
}

export const textFrame = (text: string): Frame => ({ bytes: Buffer.from(text), isPacked: false })

export const frameOf = (message: ServerMessage): Frame => textFrame(JSON.stringify(message))

/** An entry as phones get it (L17): why it was done although a rule asks for a reason is for the team. */
export const shownEntry = (entry: Entry): Entry => {
  if (entry.reason === undefined) return entry
  const { reason: _, ...shown } = entry
  return shown
}
