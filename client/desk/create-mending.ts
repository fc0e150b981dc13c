import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import type { DropOut, Loss } from '../../shared/commands/drop-out.schema.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { mendPlan } from '../../shared/mend.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { type Answered, createAnswer } from './create-answer.ts'
import { fetchMending } from './desk-http.ts'
import { samePlan, type WordedPlan, worded } from './mend-lines.ts'

/** What was chosen by hand, by session; null is the tray. */
export type FixedPlaces = ReadonlyMap<SessionId, CellRef | null>

/** What is lost, and what somebody decided about it. A new value for each new wish. */
export interface MendWish {
  readonly loss: Loss
  readonly fixed: FixedPlaces
}

/** A plan and what it is for. */
export interface Made {
  readonly wish: MendWish
  readonly plan: WordedPlan
}

export interface Mending {
  /** The server's plan, or this device's own until that has come. */
  readonly made: Accessor<Made | null>
  readonly answered: Accessor<Answered<WordedPlan>>
  /** The same wish has another plan than it had, since the board changed. */
  readonly isRemade: Accessor<boolean>
}

/** The plan for a wish, made anew at each change of the board. */
export const createMending = (wish: Accessor<MendWish | null>): Mending => {
  const forum = useForum()
  const language = useLanguage()
  const decidedOn = (board: Board, fixed: FixedPlaces): DropOut['moves'] =>
    [...fixed].filter(([id]) => board.placements.has(id)).map(([sessionId, to]) => ({ sessionId, to }))
  // Time passing alone makes no new plan under somebody's eyes.
  const local = createMemo((): Made | null => {
    const [wanted, board] = [wish(), forum.board()]
    if (wanted === null) return null
    const plan = mendPlan(board, wanted.loss, untrack(forum.context), decidedOn(board, wanted.fixed))
    return { wish: wanted, plan: worded(plan, language()) }
  })
  const question = createMemo(() => {
    const wanted = wish()
    return wanted === null ? null : { wish: wanted, board: forum.confirmed(), language: language() }
  })
  const answered = createAnswer(question, async ({ wish: { loss, fixed }, board, language: spoken }, signal) =>
    fetchMending(forum.slug, loss, decidedOn(board, fixed), spoken, signal),
  )
  const told = createMemo((): Made | null => {
    const [wanted, said] = [wish(), answered()]
    return wanted === null || said.type !== 'answered' ? null : { wish: wanted, plan: said.answer }
  })
  const [isRemade, setRemade] = createSignal(false)
  // That the server knows more than this device is no change of the board: each is compared with what it said itself.
  for (const source of [local, told]) {
    let last: Made | null = null
    createEffect(
      on(source, (made) => {
        if (made === null) return
        if (last !== null && last.wish === made.wish && !samePlan(last.plan, made.plan)) setRemade(true)
        last = made
      }),
    )
  }
  createEffect(on(wish, () => setRemade(false)))
  return { made: () => told() ?? local(), answered, isRemade }
}
