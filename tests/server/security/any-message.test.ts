import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCommand } from '../../../server/checks.ts'
import { readMessage } from '../../../server/sync/read-message.ts'
import { boardFromJson, boardToJson } from '../../../shared/board-json.ts'
import { type CommandType, commandSchemas } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { evolve } from '../../../shared/evolve.ts'
import { refusalJson } from '../../../shared/sentences.ts'
import { before, build, by, claim, propose, proposed, sessionId, team } from '../../support/boards.ts'

/* What the schemas let in, the rules answer: with events or a refusal, and never by falling over. */

type Schema = Readonly<Record<string, unknown>>
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

const board = build(proposed, [
  [by('ana'), claim(1, 'b101', 's1')],
  [by('brieuc'), claim(2, 'b102', 's2')],
  [team, { type: 'add-collective', collectiveId: 'c', name: 'C', people: ['ana'] }],
  [by('ana'), propose(3)],
])
/** Ids that are there, so that most of it is about something. */
const known = ['b101', 'b102', 'hall', 'fablab', 's1', 's2', 's3', 'buffet', 'long', 'c', 'ana', 'brieuc', 'new']
const sessions = [1, 2, 3, 4].map(sessionId)
const times = ['00:00', '09:30', '10:30', '12:00', '13:30', '23:59']
const dates = ['2024-07-03', '2024-02-31', '0000-01-01', '1970-01-01', '2024-03-31', '2099-12-31', '9999-12-31']

/** Any sign, halves of pairs too. */
const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code))

const texts = (maximum: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('', ' ', 'Sujet', 'B101', '\u0000', '\ud800', '\u202e', '__proto__', 'constructor', 'Europe/Paris'),
    fc.string({ unit, maxLength: Math.min(maximum, 40) }),
  )

const patterned = (pattern: string): fc.Arbitrary<string> => {
  const ours = [...known, ...sessions, ...times, ...dates].filter((text) => new RegExp(pattern).test(text))
  const made = fc.stringMatching(new RegExp(pattern))
  return ours.length === 0
    ? made
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ours) }, { weight: 1, arbitrary: made })
}

/** Any value that a schema takes. */
const anyValue = (schema: unknown): fc.Arbitrary<unknown> => {
  if (!isSchema(schema)) return fc.constant(null)
  const { type, pattern, properties, required, items, anyOf } = schema
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map(anyValue))
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') {
    const [min, max] = [Number(schema.minimum ?? 0), Number(schema.maximum ?? Number.MAX_SAFE_INTEGER)]
    return fc.oneof(
      fc.constantFrom(min, max),
      fc.maxSafeInteger().map((n) => min + (Math.abs(n) % (max - min + 1))),
    )
  }
  if (type === 'string') {
    return typeof pattern === 'string' ? patterned(pattern) : texts(Number(schema.maxLength ?? 100))
  }
  if (type === 'array') {
    const most = Math.min(Number(schema.maxItems ?? 4), 4)
    return fc.array(anyValue(items), { minLength: Number(schema.minItems ?? 0), maxLength: most })
  }
  const fields = isSchema(properties) ? Object.entries(properties) : []
  const asked = Array.isArray(required) ? required : []
  const optional = (name: string, value: fc.Arbitrary<unknown>) =>
    asked.includes(name) ? value : fc.option(value, { nil: undefined })
  return fc.record(Object.fromEntries(fields.map(([name, each]) => [name, optional(name, anyValue(each))])))
}

const contexts = [by('ana'), by('brieuc'), by('stranger'), team]
const types = Object.keys(commandSchemas) as CommandType[]

describe('P8 any message', () => {
  test.each(types)('P8 %s, whatever the schema takes: an answer in words, and a board that is still one', (type) => {
    let taken = 0
    const property = fc.property(anyValue(commandSchemas[type]), fc.constantFrom(...contexts), (value, context) => {
      const checked = checkCommand(JSON.parse(JSON.stringify(value)))
      if (checked.type === 'wrong') return
      taken += 1
      const decision = decide(board, checked.value, { ...context, past: board })
      if (decision.type === 'refused') {
        expect(refusalJson(decision.refusal, 'fr').message).toMatch(/^(?!.*(?:undefined|NaN|\[object)).{5,}/s)
        return
      }
      const after = decision.events.reduce((folded, event) => evolve(folded, event, before), board)
      expect(boardFromJson(JSON.parse(JSON.stringify(boardToJson(after))))).toEqual(after)
    })
    fc.assert(property, { numRuns: 80 })
    // It is about what passes the schemas, not about what they refuse.
    expect(taken).toBeGreaterThan(10)
  })

  test('P8 any text at all is a message or malformed', () => {
    const near = fc.json().map((text) => text.replace('{', '{"type":"command",'))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.json(), near), (text) => {
        expect(['right', 'wrong']).toContain(readMessage(text).type)
      }),
      { numRuns: 1500 },
    )
  })
})
