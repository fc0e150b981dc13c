/** The parts of the desk, in the order of its tabs; each has its own fragment in the address. */
export const deskParts = [
  'sessions',
  'cells',
  'doors',
  'rooms',
  'slots',
  'collectives',
  'frame',
  'links',
  'log',
] as const
export type DeskPart = (typeof deskParts)[number]

/** What the fragment of the desk's address says: a part, the team's secret, or nothing. */
export const readFragment = (
  hash: string,
): { readonly type: 'part'; readonly part: DeskPart } | { readonly type: 'secret'; readonly secret: string } => {
  const part = deskParts.find((known) => known === hash)
  if (part !== undefined) return { type: 'part', part }
  return hash === '' ? { type: 'part', part: 'sessions' } : { type: 'secret', secret: hash }
}

/** The secret in what somebody pasted: a whole link, or the key alone; empty where there is none. */
export const secretIn = (pasted: string): string => {
  const text = pasted.trim()
  return text.includes('#') ? text.slice(text.indexOf('#') + 1) : text
}
