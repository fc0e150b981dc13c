import type { SessionId } from '../../shared/ids.ts'

/** Puts the focus where the card is now, so that a keyboard goes on from there. */
export const focusCard = (sessionId: SessionId, options?: FocusOptions): void => {
  document.querySelector<HTMLElement>(`[data-session="${CSS.escape(sessionId)}"] .card-title`)?.focus(options)
}
