/** What is known of where a request comes from; `protocol` and `host` follow forwarded headers only where trusted. */
export interface RequestPlace {
  readonly origin: string | undefined
  readonly host: string
  readonly protocol: string
}

/**
 * Whether a page of this origin may speak with the server (I5): the public address, or the host that was asked. A page
 * over plain http never may where the server is reached by https: anyone on the hall's network could have written it.
 *
 * No Origin at all means no browser page, since browsers always send one with a socket or a write: such a client may come
 * in, with the rights of the token that it shows.
 */
export const mayComeFrom = ({ origin, host, protocol }: RequestPlace, publicUrl: string): boolean => {
  if (origin === undefined || origin === publicUrl) return true
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  // An Origin is nothing but scheme, host and port: what looks like more is somebody's trick.
  if (url.origin !== origin.toLowerCase() || url.host !== host.toLowerCase()) return false
  if (url.protocol === 'https:') return true
  const sameHost = new URL(publicUrl).host === url.host
  return url.protocol === 'http:' && protocol === 'http' && !(sameHost && publicUrl.startsWith('https:'))
}
