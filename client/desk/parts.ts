/** The parts of the desk, in the order of its tabs: what is needed while the forum runs, then what it is made of. */
export const deskGroups = {
  live: ['sessions', 'problems', 'drop-out', 'doors', 'log', 'history'],
  frame: ['rooms', 'slots', 'cells', 'rules', 'collectives', 'frame', 'links'],
} as const
export const deskParts = [...deskGroups.live, ...deskGroups.frame] as const
export type DeskPart = (typeof deskParts)[number]

/** A thing that a part is opened about, such as the room that closes. */
export interface About {
  readonly kind: 'room' | 'slot'
  readonly id: string
}

/** The fragment that opens a part about a thing. */
export const partAbout = (part: DeskPart, kind: About['kind'], id: string): string =>
  `#${part}/${kind}/${encodeURIComponent(id)}`

/** What the fragment of the desk's address says: a part, the team's secret (which has no slash), or nothing. */
export const readFragment = (
  hash: string,
):
  | { readonly type: 'part'; readonly part: DeskPart; readonly about: About | null }
  | { readonly type: 'secret'; readonly secret: string } => {
  const [name, kind, id] = hash.split('/')
  const part = deskParts.find((known) => known === name)
  if (part !== undefined) {
    const isAbout = (kind === 'room' || kind === 'slot') && id !== undefined && id !== ''
    return { type: 'part', part, about: isAbout ? { kind, id: decoded(id) } : null }
  }
  return hash === '' ? { type: 'part', part: 'sessions', about: null } : { type: 'secret', secret: hash }
}

/** What somebody wrote by hand may be no escape. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The secret in what somebody pasted: a whole link, or the key alone; empty where there is none. */
export const secretIn = (pasted: string): string => {
  const text = pasted.trim()
  return text.includes('#') ? text.slice(text.indexOf('#') + 1) : text
}
