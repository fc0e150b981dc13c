import type { ServerMessage } from '../../shared/protocol.ts'

/** A message as bytes, encoded once and shared by all who get it. */
export type Frame = Buffer

export const frameOf = (message: ServerMessage): Frame => Buffer.from(JSON.stringify(message))
