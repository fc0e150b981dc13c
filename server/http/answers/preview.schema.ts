import { Type } from 'typebox'
import { DropOut } from '../../../shared/commands/drop-out.schema.ts'
import { Id } from '../../../shared/commands/fields.schema.ts'
import { ReasonField } from '../../../shared/protocol.schema.ts'
import { audienceTorn } from '../../../shared/rules/audience-torn.ts'
import { commandBody } from '../command-body.ts'
import { EventField } from './board.schema.ts'
import { answer, CellField, list, nullable } from './fields.schema.ts'
import { FindingField, RefusalField } from './refusal.schema.ts'

/** What the examples are about. */
const session = '0b7c9a52-6f0e-4d4e-9a54-3f0f5c1f7c11'
const there = { roomId: 'hall', slotId: '2024-07-03-1100' }
const placedThere = { roomId: there.roomId, slotIds: [there.slotId] }
const lost = { type: 'room', roomId: 'b102', slotIds: ['2024-07-03-1100'] }
const facts = { torn: 'many' }
const torn = { rule: audienceTorn.id, level: 'hint', message: audienceTorn.sentence.fr(facts), facts }

export const Previewed = answer(
  'What the command would come to now; nothing is written.',
  Type.Object(
    {
      seq: Type.Integer({ description: 'Of the last entry on the board that was asked.' }),
      outcome: Type.Union(
        ['accepted', 'needs-reason', 'refused'].map((outcome) => Type.Literal(outcome)),
        { description: '“needs-reason”: it would be done if a reason came with it.' },
      ),
      sessions: list(Type.Object({ sessionId: Id, findings: list(FindingField) })),
      left: list(
        Type.Object({
          sessionId: Id,
          cell: nullable(CellField),
          findings: list(FindingField),
          fault: nullable(Type.String({ examples: ['unknown-room'] })),
          message: Type.String({ description: 'Why, in one sentence.' }),
        }),
      ),
      events: list(EventField),
      refusal: nullable(RefusalField),
    },
    {
      examples: [
        {
          seq: 412,
          outcome: 'accepted',
          sessions: [{ sessionId: session, findings: [torn] }],
          left: [],
          events: [{ type: 'session-placed', sessionId: session, ...placedThere }],
          refusal: null,
        },
      ],
    },
  ),
)

const others = list(
  Type.Object(
    { roomId: Id, slotId: Id, findings: list(FindingField) },
    {
      description: 'Another cell that is free once all have moved, and what is to be known of it.',
    },
  ),
)

export const Mended = answer(
  'The fewest moves that mend it, those that lost their place first; what fits nowhere; and where else each could go, the best cell first. Nothing is written.',
  Type.Object(
    {
      seq: Type.Integer({ description: 'Of the last entry on the board that was asked.' }),
      moves: list(
        Type.Object({
          sessionId: Id,
          from: CellField,
          to: nullable(CellField),
          why: Type.String({ examples: ['lost', 'makes-room'] }),
          findings: list(FindingField),
          others,
        }),
      ),
      homeless: list(Type.Object({ sessionId: Id, from: CellField, findings: list(FindingField), others })),
    },
    {
      examples: [
        {
          seq: 412,
          moves: [
            {
              sessionId: session,
              from: { roomId: 'b102', slotId: '2024-07-03-1100' },
              to: there,
              why: 'lost',
              findings: [torn],
              others: [{ roomId: 'b101', slotId: '2024-07-03-1400', findings: [] }],
            },
          ],
          homeless: [],
        },
      ],
    },
  ),
)

/** A command, and a reason where one is known already. */
export const PreviewBody = commandBody({ reason: Type.Optional(ReasonField) }, [
  { command: { type: 'drop-out', loss: lost, moves: [{ sessionId: session, to: there }] } },
  { command: { type: 'restore', seq: 412, what: { type: 'wall' } } },
])

export const MendBody = Type.Object(
  { loss: DropOut.properties.loss, fixed: Type.Optional(DropOut.properties.moves) },
  {
    additionalProperties: false,
    description: 'What drops out, and what was decided by hand for some sessions: another cell, or (null) the tray.',
    examples: [{ loss: lost, fixed: [{ sessionId: session, to: there }] }],
  },
)
