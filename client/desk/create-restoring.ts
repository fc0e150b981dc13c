import { type Accessor, createMemo, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import type { Restore } from '../../shared/commands/history.schema.ts'
import { type WallChange, wallChanges } from '../../shared/difference.ts'
import { evolve } from '../../shared/evolve.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { InWords, PreviewJson } from '../../shared/preview.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import type { Left } from '../../shared/restore/arrivals.ts'
import { restoreSteps } from '../../shared/restore-steps.ts'
import { findingsJson } from '../../shared/sentences.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { type Answered, createAnswer } from './create-answer.ts'
import { fetchPreview } from './desk-http.ts'

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
  readonly answered: Accessor<Answered<PreviewJson>>
  /** Why it can't be done at all; empty where it can. */
  readonly refused: Accessor<string>
  /** Nothing would be written. */
  readonly isIdle: Accessor<boolean>
}

/** What a device knows of a restore by itself, and then what the server says, which knows who is away and who is torn. */
export const createRestoring = (wish: Accessor<RestoreWish>): Restoring => {
  const forum = useForum()
  const language = useLanguage()
  const context = () => untrack(forum.context)
  const steps = createMemo(() => restoreSteps(forum.board(), wish().past, wish().what, context()))
  const question = createMemo(() => ({ ...wish(), board: forum.confirmed(), language: language() }))
  const answered = createAnswer(question, ({ seq, what, language: spoken }, signal) =>
    fetchPreview(forum.slug, { type: 'restore', seq, what }, spoken, signal),
  )
  const told = () => {
    const said = answered()
    return said.type === 'answered' ? said.answer : null
  }
  const left = createMemo(
    () => told()?.left ?? steps().left.map((each) => ({ ...each, findings: findingsJson(each.findings, language()) })),
  )
  // What the server alone knows may keep one more out of its place: then its events are others.
  const after = createMemo(() =>
    (told()?.events ?? steps().events).reduce((board, event) => evolve(board, event, context().now), forum.board()),
  )
  return {
    changes: createMemo(() => wallChanges(forum.board(), after())),
    after,
    left,
    findingsOf: (sessionId) => {
      const isIt = (each: { readonly sessionId: SessionId }) => each.sessionId === sessionId
      const known = told()?.sessions.find(isIt)?.findings
      return known ?? findingsJson(steps().placed.find(isIt)?.findings ?? [], language())
    },
    answered,
    refused: () => {
      const said = told()
      return said?.outcome === 'refused' ? (said.refusal?.message ?? '') : ''
    },
    isIdle: () => steps().events.length === 0,
  }
}
