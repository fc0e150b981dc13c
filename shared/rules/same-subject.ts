import type { Facts } from '../refusals.ts'
import { parallelTo, tagsOf } from './parallel.ts'
import { asksPlace, nothing, type Rule } from './rule.ts'

/** B20: sessions with a tag in common are not held at one time: who likes the one would like the other. */
export const sameSubject: Rule = {
  id: 'same-subject',
  number: 'B20',
  check: (attempt) => {
    const { board, session, place } = attempt
    if (session === null || place === null || !asksPlace(attempt)) return nothing
    const tags = tagsOf(board, session)
    if (tags.size === 0) return nothing
    const { byTag } = parallelTo(board, place)
    const said = new Set([session.id])
    const facts: Facts[] = []
    for (const [folded, tag] of tags) {
      for (const other of byTag.get(folded) ?? []) {
        if (said.has(other.id)) continue
        said.add(other.id)
        facts.push({ title: other.title, tag })
      }
    }
    return facts
  },
  sentence: {
    fr: ({ title, tag }) => `« ${title} » traite aussi de « ${tag} » à cette heure.`,
    en: ({ title, tag }) => `“${title}” is about “${tag}” too at that time.`,
  },
}
