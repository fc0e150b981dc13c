import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import type { DropOut, Loss } from '../../shared/commands/drop-out.schema.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { createAnswer, type Knowing, knowingOf } from './create-answer.ts'
import { fetchMending } from './desk-http.ts'
import { localPlan, movingOf, samePlan, type WordedPlan } from './mend-lines.ts'
import { stillStands } from './still-stands.ts'

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
  /** The server's plan; this device's own until that has come, and again where somebody touches what the server's moves. */
  readonly made: Accessor<Made | null>
  readonly knowing: Accessor<Knowing>
  /** The same wish has another plan than it had, since the board changed. */
  readonly isRemade: Accessor<boolean>
}

const isSame = (a: Made | null, b: Made | null): boolean => a?.wish === b?.wish && a?.plan === b?.plan

/** The plan for a wish, asked for anew when the board changes. */
export const createMending = (wish: Accessor<MendWish | null>): Mending => {
  const forum = useForum()
  const language = useLanguage()
  const decidedOn = (board: Board, fixed: FixedPlaces): DropOut['moves'] =>
    [...fixed].filter(([id]) => board.placements.has(id)).map(([sessionId, to]) => ({ sessionId, to }))
  const question = createMemo(() => {
    const wanted = wish()
    return wanted === null ? null : { wish: wanted, language: language() }
  })
  const answered = createAnswer(question, ({ wish: { loss, fixed }, language: spoken }, board, signal) =>
    fetchMending(forum.slug, loss, decidedOn(board, fixed), spoken, signal),
  )
  const told = createMemo(
    (): Made | null => {
      const [wanted, said] = [wish(), answered()]
      if (wanted === null || said.type !== 'answered') return null
      const { answer, board } = said
      const now = forum.confirmed()
      const moving = movingOf(now, wanted.loss, answer, untrack(forum.context))
      return moving !== null && stillStands(board, now, moving) ? { wish: wanted, plan: answer } : null
    },
    null,
    { equals: isSame },
  )
  // Only where it is shown. Time passing alone makes no new plan under somebody's eyes.
  const local = createMemo((): Made | null => {
    const wanted = wish()
    if (wanted === null || told() !== null) return null
    const board = forum.board()
    const fixed = decidedOn(board, wanted.fixed)
    return { wish: wanted, plan: localPlan(board, wanted.loss, fixed, untrack(forum.context), language()) }
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
  return { made: () => told() ?? local(), knowing: () => knowingOf(answered(), told() !== null), isRemade }
}
