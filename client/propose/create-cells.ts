import { type Accessor, createEffect, createMemo, createSignal, untrack } from 'solid-js'
import type { Board, Session } from '../../shared/board.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { createAdvice } from '../sync/create-advice.ts'
import { useForum } from '../sync/forum-context.tsx'
import { loadRules, useRules } from '../sync/rules.ts'
import type { Verdict } from '../sync/rules-code.ts'
import { offersAfter } from './offers.ts'

/** The cells that are offered to a session, and what each says to it. */
export interface OfferedCells {
  readonly cells: Accessor<readonly CellRef[]>
  /** Null until the rules are here. */
  verdictOf(cell: CellRef): Verdict | null
}

/**
 * The free cells that fit a session best; they keep their places while the board changes.
 * @param ground the board that it is on
 * @param advised the session that the server is asked about: itself, or the one that it repeats
 */
export const createCells = (
  ground: Accessor<Board>,
  session: Accessor<Session | null>,
  advised: Accessor<SessionId>,
): OfferedCells => {
  const forum = useForum()
  const language = useLanguage()
  const rules = useRules()
  const [cells, setCells] = createSignal<readonly CellRef[]>([])
  void loadRules()
  const advice = createAdvice(advised)
  const context = () => ({ ...untrack(forum.context), ...advice() })
  const best = createMemo(() => {
    const shown = session()
    return shown === null ? undefined : rules()?.bestCells(ground(), shown, context(), language())
  })
  // A minute's passing changes nothing here: a slot that begins is refused with its reason. Whoever is not known yet may
  // put it nowhere.
  createEffect(() => {
    const [shown, board] = [session(), ground()]
    if (!forum.isKnown()) return
    if (shown !== null) setCells((before) => offersAfter(before, board, shown, context()))
  })
  return {
    cells,
    verdictOf: (cell) => {
      const shown = session()
      return shown === null ? null : (rules()?.verdictOf(ground(), shown, cell, context(), language(), best()) ?? null)
    },
  }
}
