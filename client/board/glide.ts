import type { Entry } from '../../shared/events.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'

/** Above this many at once the eye follows none of them: they only light up, all together. */
const followed = 6

const duration = 420

const cardOf = (sessionId: SessionId): HTMLElement | null =>
  document.querySelector(`[data-session="${CSS.escape(sessionId)}"]`)

/** The sessions that others placed, moved or proposed. */
export const movedByOthers = (entries: readonly Entry[], you: PersonId): readonly SessionId[] => {
  const moved = new Set<SessionId>()
  for (const { by, events } of entries) {
    if (by === you) continue
    for (const event of events) {
      if (event.type === 'session-placed' || event.type === 'session-released') moved.add(event.sessionId)
      if (event.type === 'session-proposed') moved.add(event.session.id)
    }
  }
  return [...moved]
}

const light = (card: HTMLElement): void => {
  card.animate([{ boxShadow: '0 0 0 4px var(--accent)' }, { boxShadow: '0 0 0 4px transparent' }], {
    duration: duration * 3,
    easing: 'ease-out',
  })
}

/**
 * Lets the cards that others moved glide from where they were; called before the board is drawn anew. Many at once only
 * light up. What was not on the screen before fades in.
 */
export const glide = (entries: readonly Entry[], you: PersonId): void => {
  const ids = movedByOthers(entries, you)
  if (ids.length === 0) return
  const before = new Map(
    ids.length > followed ? [] : ids.map((id) => [id, cardOf(id)?.getBoundingClientRect()] as const),
  )
  requestAnimationFrame(() => {
    for (const id of ids) {
      const card = cardOf(id)
      if (card === null) continue
      light(card)
      const from = before.get(id)
      if (ids.length > followed) continue
      if (from === undefined) {
        card.animate([{ opacity: 0 }, { opacity: 1 }], { duration, easing: 'ease-out' })
        continue
      }
      const to = card.getBoundingClientRect()
      const [x, y] = [from.left - to.left, from.top - to.top]
      if (Math.hypot(x, y) < 2) continue
      card.animate(
        [
          { transform: `translate(${x}px, ${y}px)`, zIndex: 5 },
          { transform: 'none', zIndex: 5 },
        ],
        { duration, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
      )
    }
  })
}
