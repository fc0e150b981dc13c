import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Whether a media query holds, as a signal. */
export const createMedia = (query: string): Accessor<boolean> => {
  const media = window.matchMedia(query)
  const [matches, setMatches] = createSignal(media.matches)
  const listen = () => setMatches(media.matches)
  media.addEventListener('change', listen)
  onCleanup(() => media.removeEventListener('change', listen))
  return matches
}

/** Where the grid has room enough; below, the day is a list. */
export const createIsWide = (): Accessor<boolean> => createMedia('(min-width: 56.25rem)')
