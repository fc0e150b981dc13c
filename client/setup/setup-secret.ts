const key = 'setup-secret'

interface Place {
  readonly hash: string
  readonly pathname: string
  readonly search: string
}

/**
 * The set-up secret from the address, kept for this tab only and taken out of the address bar, so that neither the history
 * nor a screenshot of the page holds it. Without one in the address, the one that this tab kept; empty where there is none.
 */
export const takeSecret = (
  place: Place,
  tab: Pick<Storage, 'getItem' | 'setItem'>,
  replaceAddress: (address: string) => void,
): string => {
  const given = place.hash.replace(/^#/, '').trim()
  if (given === '') return tab.getItem(key) ?? ''
  tab.setItem(key, given)
  replaceAddress(place.pathname + place.search)
  return given
}
