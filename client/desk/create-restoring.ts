import { type Accessor, createMemo, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import type { Restore } from '../../shared/commands/history.schema.ts'
import { type WallChange, wallChanges } from '../../shared/difference.ts'
import { evolve } from '../../shared/evolve.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { Foreseen, InWords, PreviewJson } from '../../shared/preview.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import type { Left } from '../../shared/restore/arrivals.ts'
import { restoreSteps } from '../../shared/restore-steps.ts'
import { findingsJson } from '../../shared/sentences.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { createAnswer, type Knowing, knowingOf } from './create-answer.ts'
import { fetchPreview } from './desk-http.ts'
import { type Moving, stillStands } from './still-stands.ts'

/** What is to be put back. */
export interface RestoreWish {
  /** The board of that moment. */
  readonly past: Board
  readonly seq: number
  readonly what: Restore['what']
}

/** What putting it back would come to. */
export interface Restoring {
  readonly changes: Accessor<readonly WallChange[]>
  /** The board as it would be. */
  readonly after: Accessor<Board>
  readonly left: Accessor<readonly InWords<Left>[]>
  findingsOf(sessionId: SessionId): RefusalJson['findings']
  readonly knowing: Accessor<Knowing>
  /** Why it can't be done at all; empty where it can. */
  readonly refused: Accessor<string>
  /** Nothing would be written. */
  readonly isIdle: Accessor<boolean>
}

const movingOf = ({ events, left }: PreviewJson): Moving => ({
  sessions: [
    ...left.map(({ sessionId }) => sessionId),
    ...events.flatMap((event) =>
      'sessionId' in event ? [event.sessionId] : event.type === 'session-restored' ? [event.session.id] : [],
    ),
  ],
  cells: [
    ...left.flatMap(({ cell }) => cell ?? []),
    ...events.flatMap((event) =>
      event.type === 'session-placed' ? event.slotIds.map((slotId) => ({ roomId: event.roomId, slotId })) : [],
    ),
  ],
})

/** Nothing can go back, and what is said of those that are left says why. */
const isSaidOfTheLeft = ({ refusal, left }: PreviewJson): boolean =>
  refusal !== null &&
  left.some(({ fault, findings }) => fault === refusal.code || findings.some(({ rule }) => rule === refusal.code))

/** What a device knows of a restore by itself, and then what the server says, which knows who is away and who is torn. */
export const createRestoring = (wish: Accessor<RestoreWish>): Restoring => {
  const forum = useForum()
  const language = useLanguage()
  const context = () => untrack(forum.context)
  const question = createMemo(() => ({ ...wish(), language: language() }))
  const answered = createAnswer(question, ({ seq, what, language: spoken }, _board, signal) =>
    fetchPreview(forum.slug, { type: 'restore', seq, what }, spoken, signal),
  )
  /** Kept until the next one comes, unless somebody touches what it moves. */
  const told = createMemo((): PreviewJson | null => {
    const said = answered()
    if (said.type !== 'answered') return null
    return stillStands(said.board, forum.confirmed(), movingOf(said.answer)) ? said.answer : null
  })
  const shown = createMemo(
    (): Pick<PreviewJson, 'events'> & {
      readonly left: readonly InWords<Left>[]
      readonly sessions: readonly InWords<Foreseen>[]
    } => {
      const answer = told()
      if (answer !== null) return answer
      const { events, placed, left } = restoreSteps(forum.board(), wish().past, wish().what, context())
      return {
        events,
        left: left.map((each) => ({ ...each, findings: findingsJson(each.findings, language()) })),
        sessions: placed.map((each) => ({ ...each, findings: findingsJson(each.findings, language()) })),
      }
    },
  )
  // What the server alone knows may keep one more out of its place: then its events are others.
  const after = createMemo(() =>
    shown().events.reduce((board, event) => evolve(board, event, context().now), forum.board()),
  )
  return {
    changes: createMemo(() => wallChanges(forum.board(), after())),
    after,
    left: () => shown().left,
    findingsOf: (sessionId) => shown().sessions.find((each) => each.sessionId === sessionId)?.findings ?? [],
    knowing: () => knowingOf(answered(), told() !== null),
    refused: () => {
      const answer = told()
      return answer?.outcome === 'refused' ? (answer.refusal?.message ?? '') : ''
    },
    isIdle: () => {
      const answer = told()
      if (answer?.outcome !== 'refused') return shown().events.length === 0
      return answer.refusal?.code === 'already-so' || isSaidOfTheLeft(answer)
    },
  }
}
