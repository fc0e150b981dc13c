import { alternatives } from '../../shared/alternatives.ts'
import type { Board, Session } from '../../shared/board.ts'
import { type Appraisal, appraise } from '../../shared/consider.ts'
import type { Context } from '../../shared/context.ts'
import { type CellKey, type CellRef, cellKey } from '../../shared/ids.ts'
import { smallestCount } from '../../shared/interest.ts'
import { placeAt } from '../../shared/judge.ts'
import type { Language } from '../../shared/language.ts'
import { predict } from '../../shared/predict.ts'
import { levelOf } from '../../shared/rules/defaults.ts'
import type { Attempt } from '../../shared/rules/rule.ts'
import { slotBegun } from '../../shared/rules/slot-begun.ts'
import { findingSentence } from '../../shared/sentences.ts'
import { foldText } from '../../shared/words.ts'
import { holdWords } from '../i18n/hold.ts'
import type { Pending } from './forum-store.ts'
import { whyBest } from './why-best.ts'

/** The confirmed board with one's own waiting commands folded over it (P9). */
export const foldPending = (confirmed: Board, pending: readonly Pending[], context: Context): Board =>
  predict(confirmed, pending, context)

/** What a cell says to a session that may go there, in words. */
export interface Verdict {
  /** `reason`: it may, with a word why; `here`: it is there already. */
  readonly type: 'free' | 'problem' | 'reason' | 'no' | 'here'
  /** The type in a word or two. */
  readonly word: string
  /** All that stands against it, the worst first; empty where nothing does. */
  readonly why: string
  /** What speaks for it, as far as it is known: its places, what it has of what is needed, who would be torn. */
  readonly good: string
  /** Why it is one of the best; empty where it is not. */
  readonly best: string
}

const typeOf = ({ findings }: Appraisal): Verdict['type'] => {
  const level = findings[0]?.level
  if (level === undefined) return 'free'
  return level === 'block' ? 'no' : level === 'needs-reason' ? 'reason' : 'problem'
}

const goodOf = (
  board: Board,
  session: Session,
  cell: CellRef,
  { places, torn, expected }: Appraisal,
  context: Context,
  language: Language,
): string => {
  const t = holdWords[language]
  const features = new Set(board.rooms.get(cell.roomId)?.features.map(foldText))
  const holds = places !== null && expected !== null && places >= expected
  return [
    ...(places === null ? [] : [holds ? t.placesFor(t.places(places), expected) : t.places(places)]),
    ...session.needs.filter((need) => features.has(foldText(need))),
    // Where hardly anybody is interested, nobody is torn, and that says nothing for the cell.
    ...(context.torn === undefined || context.interest(session.id) < smallestCount ? [] : [t.torn[torn]]),
  ].join(', ')
}

/**
 * What a cell says to a session, from the same judgement that a claim gets; null where there is no such cell.
 * @param best see `bestCells`
 */
export const verdictOf = (
  board: Board,
  session: Session,
  cell: CellRef,
  context: Context,
  language: Language,
  best?: ReadonlyMap<CellKey, string>,
): Verdict | null => {
  const t = holdWords[language]
  const at = board.placements.get(session.id)
  if (at?.roomId === cell.roomId && at.slotIds[0] === cell.slotId) {
    return { type: 'here', word: t.here, why: '', good: '', best: '' }
  }
  const appraisal = appraise(board, session, cell, context)
  if (appraisal === null) return null
  const type = typeOf(appraisal)
  return {
    type,
    word: t[type],
    why: appraisal.findings.map((finding) => findingSentence(finding, language)).join(' '),
    good: goodOf(board, session, cell, appraisal, context, language),
    best: type === 'free' || type === 'problem' ? (best?.get(cellKey(cell.roomId, cell.slotId)) ?? '') : '',
  }
}

/** What B7 says, where the team lets it forbid; else nothing. */
const begunSentence = (attempt: Attempt, language: Language): string => {
  const facts = levelOf(attempt.board, 'slot-begun') === 'block' ? slotBegun.check(attempt)[0] : undefined
  return facts === undefined ? '' : slotBegun.sentence[language](facts)
}

/** Why a session can no longer leave its place: it has begun. Empty where it can. */
export const whyStays = (board: Board, session: Session, context: Context, language: Language): string =>
  begunSentence({ board, context, action: 'release', session, before: session, place: null }, language)

/** Why nothing can be put into a cell any more: its slot has begun. Empty where something can. */
export const whyTooLate = (board: Board, { roomId, slotId }: CellRef, context: Context, language: Language): string => {
  const room = board.rooms.get(roomId)
  const place = room === undefined ? null : placeAt(board, room, slotId, 1)
  return begunSentence({ board, context, action: 'place', session: null, before: null, place }, language)
}

/** The cells that fit a session best, near to where it is now, the best first, each with why it is one of them. */
export const bestCells = (
  board: Board,
  session: Session,
  context: Context,
  language: Language,
): ReadonlyMap<CellKey, string> => {
  const placement = board.placements.get(session.id)
  const wanted = placement === undefined ? null : { roomId: placement.roomId, slotId: placement.slotIds[0] ?? '' }
  const t = holdWords[language]
  const advised = alternatives(board, session, wanted, context)
  return new Map(
    advised.map((cell) => {
      const why = whyBest(board, session, wanted, cell, advised, context)
      return [cellKey(cell.roomId, cell.slotId), t.best(why === null ? '' : t.because[why])]
    }),
  )
}
