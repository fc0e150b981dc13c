import { createComputed, on } from 'solid-js'
import { useForum } from '../sync/forum-context.tsx'

type GlideCode = typeof import('./glide.ts')

/**
 * Cards that others moved glide to their new place. Called before anything is drawn: it must see where the cards were
 * before what draws them hears of the change.
 */
export const useGlide = (): void => {
  const forum = useForum()
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)')
  let code: GlideCode | null = null
  let seen = forum.entries().at(-1)?.seq ?? 0
  // Without network, cards are simply there.
  const load = async () => {
    code = await import('./glide.ts').catch(() => null)
  }
  setTimeout(() => void load(), 600)
  createComputed(
    on(
      forum.entries,
      (entries) => {
        const fresh = entries.filter(({ seq }) => seq > seen)
        seen = fresh.at(-1)?.seq ?? seen
        if (!calm.matches && document.visibilityState === 'visible') code?.glide(fresh, forum.you()?.id ?? '')
      },
      { defer: true },
    ),
  )
}
