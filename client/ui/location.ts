import { createSignal } from 'solid-js'

/** Where the page is. Paths never end in a slash, but for the root. */
export interface Location {
  readonly path: string
  readonly search: URLSearchParams
  /** Without its #; a facilitator's secret comes here and is never sent in a request. */
  readonly hash: string
}

const read = (): Location => ({
  path: window.location.pathname.replace(/(?<=.)\/+$/, ''),
  search: new URLSearchParams(window.location.search),
  hash: window.location.hash.slice(1),
})

const [location, setLocation] = createSignal<Location>(read())

/** Reactive: the path, query and fragment of the address. */
export const useLocation = () => location

/** Goes to an address of this site; `replace` leaves no step to go back to. */
export const navigate = (to: string, options: { readonly replace?: boolean; readonly keepScroll?: boolean } = {}) => {
  if (options.replace === true) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  const before = location().path
  setLocation(read())
  if (options.keepScroll !== true && location().path !== before) window.scrollTo(0, 0)
}

/** Whether a click on a link is an ordinary one that this page can follow by itself. */
const isOurs = (event: MouseEvent, link: HTMLAnchorElement): boolean =>
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
  (link.target === '' || link.target === '_self') &&
  !link.hasAttribute('download') &&
  link.getAttribute('rel') !== 'external' &&
  link.origin === window.location.origin &&
  !link.pathname.startsWith('/api/')

/** Follows ordinary links without reloading and listens to back and forward. Called once, at start. */
export const followLinks = (): void => {
  window.addEventListener('popstate', () => setLocation(read()))
  window.addEventListener('hashchange', () => setLocation(read()))
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (event.defaultPrevented || link === null || !link.hasAttribute('href') || !isOurs(event, link)) return
    if (link.hash !== '' && link.pathname === window.location.pathname) return
    event.preventDefault()
    navigate(link.pathname + link.search + link.hash)
  })
}
