import type { Entry } from '../../shared/events.ts'
import type { ServerMessage } from '../../shared/protocol.ts'

/** A message as bytes, encoded once and shared by all who get it. */
export type Frame = Buffer

export const frameOf = (message: ServerMessage): Frame => Buffer.from(JSON.stringify(message))

/** An entry as phones get it (L17): why it was done although a rule asks for a reason is for the team. */
export const shownEntry = (entry: Entry): Entry => {
  if (entry.reason === undefined) return entry
  const { reason: _, ...shown } = entry
  return shown
}
