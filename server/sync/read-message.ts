import { Type } from 'typebox'
import { CommandMessage, Hello, Ping, Star } from '../../shared/protocol.schema.ts'
import type { ClientMessage } from '../../shared/protocol.ts'
import { type Check, checkCommand, compileCheck, prefixed, type SchemaFault, typeOf } from '../checks.ts'

const wrong = (fault: SchemaFault): Check<ClientMessage> => ({ type: 'wrong', fault })

const simple = new Map(
  Object.entries({ hello: Hello, star: Star, ping: Ping }).map(
    ([type, schema]) => [type, compileCheck(schema)] as const,
  ),
)

/** The envelope of a command; what is in it is checked against the schema of its own type. */
const checkEnvelope = compileCheck(
  Type.Object({ ...CommandMessage.properties, command: Type.Object({}) }, { additionalProperties: false }),
)

const readCommand = (value: unknown): Check<ClientMessage> => {
  const fault = checkEnvelope(value)
  if (fault !== null) return wrong(fault)
  const message = value as { type: 'command'; id: string; command: unknown; reason?: string }
  const checked = checkCommand(message.command)
  return checked.type === 'right'
    ? { type: 'right', value: { ...message, command: checked.value } }
    : wrong(prefixed('/command', checked.fault))
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a text frame of a phone. Nothing of it is used before its schema held. */
export const readMessage = (text: string): Check<ClientMessage> => {
  const value = parse(text)
  if (value === undefined) return wrong({ path: '', keyword: 'json', limit: '' })
  const type = typeOf(value)
  if (type === 'command') return readCommand(value)
  const check = typeof type === 'string' ? simple.get(type) : undefined
  if (check === undefined) return wrong({ path: '/type', keyword: 'unknown-type', limit: '' })
  const fault = check(value)
  return fault === null ? { type: 'right', value: value as ClientMessage } : wrong(fault)
}
