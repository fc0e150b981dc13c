import { type Accessor, createEffect, createMemo, createSignal, untrack } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { type CellKey, type CellRef, cellKey, type SessionId } from '../../shared/ids.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { loadRules, useRules } from '../sync/rules.ts'
import { notify } from '../ui/notices.ts'
import { useActs } from '../ui/use-acts.ts'

/** What a cell says to the card in hand. */
export type Verdict =
  | { readonly type: 'free'; readonly best: boolean }
  | { readonly type: 'problem'; readonly why: string }
  | { readonly type: 'no'; readonly why: string }
  | { readonly type: 'here' }

/** The one card in hand. Tap, drag and keyboard are ways into these same acts. */
export interface Hold {
  readonly session: Accessor<Session | null>
  pickUp(sessionId: SessionId): void
  putBack(): void
  /** Pins the card in hand; where the cell says no, the card stays in hand and the reason is said. */
  place(cell: CellRef): void
  /** Takes the card in hand off its cell, back to the tray. */
  release(): void
  /** Reactive; null while nothing is in hand. */
  verdict(cell: CellRef): Verdict | null
}

/** Puts the focus where the card is now, so that a keyboard goes on from there. */
const focusCard = (sessionId: SessionId): void => {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-session="${CSS.escape(sessionId)}"] .card-title`)?.focus()
  })
}

/** Picking up and placing on this board. A card that somebody withdraws meanwhile leaves the hand. */
export const createHold = (): Hold => {
  const forum = useForum()
  const acts = useActs()
  const language = useLanguage()
  const rules = useRules()
  const [held, setHeld] = createSignal<SessionId | null>(null)
  const session = createMemo(() => forum.board().sessions.get(held() ?? '') ?? null)
  createEffect(() => {
    if (held() !== null && session() === null) setHeld(null)
  })

  // Time passing does not change what a cell says often enough to ask every cell each second.
  const context = () => {
    forum.counts()
    return untrack(forum.context)
  }
  const best = createMemo<ReadonlySet<CellKey>>(() => {
    const card = session()
    return card === null ? new Set() : (rules()?.bestCells(forum.board(), card, context()) ?? new Set())
  })

  const verdict: Hold['verdict'] = (cell) => {
    const card = session()
    const judge = rules()
    if (card === null || judge === null) return null
    const at = forum.board().placements.get(card.id)
    if (at?.roomId === cell.roomId && at.slotIds[0] === cell.slotId) return { type: 'here' }
    const against = judge.objections(forum.board(), card, cell, context(), language())
    if (against === null) return { type: 'free', best: best().has(cellKey(cell.roomId, cell.slotId)) }
    return { type: against.level === 'block' ? 'no' : 'problem', why: against.why }
  }

  const putBack = () => {
    const card = held()
    setHeld(null)
    if (card !== null) focusCard(card)
  }

  return {
    session,
    putBack,
    verdict,
    pickUp: (sessionId) => {
      if (held() === sessionId) putBack()
      else if (rules() !== null) setHeld(sessionId)
      // A hand quicker than the line: the card is taken up when the cells can answer it.
      else void loadRules().then(() => setHeld(sessionId))
    },
    place: (cell) => {
      const card = held()
      const said = untrack(() => verdict(cell))
      if (card === null || said === null) return
      if (said.type === 'no') return notify({ key: 'hold', tone: 'bad', text: said.why })
      putBack()
      if (said.type !== 'here') void acts.claim(card, cell)
    },
    release: () => {
      const card = session()
      putBack()
      if (card !== null) void acts.release(card.id)
    },
  }
}
