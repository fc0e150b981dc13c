import {
  type Accessor,
  batch,
  createEffect,
  createMemo,
  createSelector,
  createSignal,
  on,
  onCleanup,
  untrack,
} from 'solid-js'
import type { Board, Session } from '../../shared/board.ts'
import { type CellKey, type CellRef, cellKey, type SessionId } from '../../shared/ids.ts'
import { hostsOf } from '../../shared/together.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useWords } from '../i18n/words.ts'
import { createAdvice } from '../sync/create-advice.ts'
import { useForum } from '../sync/forum-context.tsx'
import { maySteer } from '../sync/rights.ts'
import { loadRules, useRules } from '../sync/rules.ts'
import type { Verdict } from '../sync/rules-code.ts'
import { reasonFor } from '../ui/ask-reason.ts'
import { notify, whisperNews } from '../ui/notices.ts'
import { useActs } from '../ui/use-acts.ts'
import { afterPaint } from './after-paint.ts'
import { focusCard } from './focus-card.ts'
import { keepHeld, readHeld } from './held-store.ts'
import { steadily } from './steady.ts'

/** The one card in hand. Tap, drag and keyboard are ways into these same acts. */
export interface Hold {
  readonly session: Accessor<Session | null>
  isHeld(sessionId: SessionId): boolean
  /** Whether the cells answer to a card; they begin and end one picture after the card itself was taken or placed. */
  readonly isAsking: Accessor<boolean>
  /** Takes a card in hand; the one in hand is put back. */
  pickUp(sessionId: SessionId): void
  putBack(): void
  /**
   * Pins the card in hand. Where the cell says no, the reason is said and the card stays in hand; so it does while somebody is
   * asked why.
   * @returns false where the cell does not take it
   */
  place(cell: CellRef): boolean
  /** Takes the card in hand off its cell, back to the tray. */
  release(): void
  /** Reactive; null while nothing is in hand. */
  verdict(cell: CellRef): Verdict | null
  /** Whether the card in hand was just laid here: it is drawn in the cell before anything else is done about it. */
  isLaid(cell: CellKey): boolean
}

/** Milliseconds after which the cells take a change of others into account; not for each one of a burst. */
const settling = 300

/**
 * Picking up and placing on this board. A card that somebody withdraws meanwhile leaves the hand; one that was in hand
 * when the page was loaded again is in hand again.
 */
export const createHold = (): Hold => {
  const t = useWords()
  const forum = useForum()
  const acts = useActs()
  const language = useLanguage()
  const rules = useRules()
  const [held, setHeld] = createSignal<SessionId | null>(null)
  const [asking, setAsking] = createSignal<SessionId | null>(null)
  const [judged, setJudged] = createSignal<Board>(untrack(forum.board))
  const [laid, setLaid] = createSignal<CellKey | null>(null)
  /** What is still to be done about the card that was just laid. */
  let letGo: (() => void) | null = null
  const settleLaid = () => {
    const act = letGo
    letGo = null
    act?.()
  }
  onCleanup(settleLaid)
  const cardOf = (id: SessionId | null) => (id === null ? null : (forum.session(id) ?? null))
  const session = () => cardOf(held())
  createEffect(() => {
    if (held() !== null && session() === null) setHeld(null)
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = () => {
    timer = undefined
    setJudged(() => untrack(forum.board))
  }
  onCleanup(() => clearTimeout(timer))
  createEffect(() => {
    if (asking() !== null && forum.board() !== untrack(judged)) timer ??= setTimeout(settle, settling)
  })

  // First what the hand did, then what two hundred cells say to it.
  const ask = () => {
    const [card, before] = untrack(() => [held(), asking()])
    const anchor = card ?? before
    if (card === before || anchor === null) return
    steadily(anchor, () =>
      batch(() => {
        settle()
        setAsking(card)
      }),
    )
    if (card === null) focusCard(anchor)
  }
  createEffect(on(held, () => afterPaint(ask), { defer: true }))

  // Time passing does not change what a cell says often enough to ask every cell each second; the server's word of who
  // this is, which brings its time along, does.
  const advised = createAdvice(asking)
  const context = () => {
    forum.isKnown()
    forum.you()
    return { ...untrack(forum.context), ...advised() }
  }
  const best = createMemo<ReadonlyMap<CellKey, string> | undefined>(() => {
    const card = cardOf(asking())
    return card === null ? undefined : rules()?.bestCells(judged(), card, context(), language())
  })

  const verdictOn = (board: Board, card: Session | null, cell: CellRef): Verdict | null => {
    if (card === null) return null
    return rules()?.verdictOf(board, card, cell, context(), language(), best()) ?? null
  }

  const take = (sessionId: SessionId) => {
    setHeld(sessionId)
    const card = session()
    if (card !== null) whisperNews(`${t().hold.taken(card.title)} ${t().hold.how} ${t().hold.keys}`)
  }

  /** Nothing is in hand; said to the next page too, for this one may be ending. */
  const drop = () => {
    setHeld(null)
    keepHeld(sessionStorage, forum.slug, null)
  }

  /** The card stays in hand until a reason is given. */
  const askFirst = async (card: SessionId, cell: CellRef, said: Verdict) => {
    const reason = await reasonFor(said)
    if (reason === null || cardOf(card) === null) return
    if (held() === card) drop()
    void acts.claim(card, cell, reason)
  }

  const putBack = () => {
    settleLaid()
    const card = session()
    setHeld(null)
    if (card !== null) whisperNews(t().hold.back(card.title))
  }

  const pickUp: Hold['pickUp'] = (sessionId) => {
    settleLaid()
    if (held() === sessionId) putBack()
    else if (rules() !== null) take(sessionId)
    // A hand quicker than the line: the card is taken up when the cells can answer it.
    else void loadRules().then(() => take(sessionId))
  }

  let before = readHeld(sessionStorage, forum.slug)
  createEffect(() => {
    if (before === null || !forum.isKnown()) return
    const card = forum.board().sessions.get(before)
    before = null
    if (card !== undefined && maySteer(card, forum.you(), hostsOf(forum.board(), card))) untrack(() => pickUp(card.id))
  })
  createEffect(on(held, (card) => keepHeld(sessionStorage, forum.slug, card), { defer: true }))

  return {
    session,
    isHeld: createSelector(held),
    isAsking: () => asking() !== null,
    putBack,
    pickUp,
    verdict: (cell) => (asking() === null ? null : verdictOn(judged(), cardOf(asking()), cell)),
    isLaid: createSelector(laid),
    place: (cell) => {
      settleLaid()
      const card = held()
      const said = untrack(() => verdictOn(forum.board(), session(), cell))
      if (card === null || said === null) return false
      if (said.type === 'no') {
        notify({ key: 'hold', tone: 'bad', text: said.why })
        return false
      }
      if (said.type === 'reason') {
        void askFirst(card, cell, said)
        return true
      }
      const key = cellKey(cell.roomId, cell.slotId)
      letGo = () => {
        drop()
        if (said.type !== 'here') void acts.claim(card, cell)
        // By then the board itself shows it there; or a name is asked for first, and it lies where it was.
        setTimeout(() => setLaid((now) => (now === key ? null : now)))
      }
      setLaid(key)
      afterPaint(settleLaid)
      return true
    },
    release: () => {
      settleLaid()
      const card = session()
      setHeld(null)
      if (card !== null) void acts.release(card.id)
    },
  }
}
