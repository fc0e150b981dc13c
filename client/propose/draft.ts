import type { Format, Session } from '../../shared/board.ts'
import type { CollectiveId, PersonId, SessionId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'

/** The form as somebody types it: texts as they stand, nothing refused yet. */
export interface Draft {
  /** Made with the draft, so that a proposal sent twice (a reload in between) is one session. */
  readonly sessionId: SessionId
  readonly title: string
  readonly description: string
  readonly format: Format
  /** Separated by commas. */
  readonly tags: string
  /** Those ticked among what the rooms offer. */
  readonly needs: readonly string[]
  readonly otherNeed: string
  readonly coHosts: readonly PersonId[]
  /** Without a host: whoever likes it may take it over. */
  readonly seeking: boolean
  readonly length: number
  readonly language: string
  readonly expected: string
  readonly collectiveId: CollectiveId | null
  /** One a line. */
  readonly links: string
  readonly remarks: string
}

export const emptyDraft = (sessionId: SessionId): Draft => ({
  sessionId,
  title: '',
  description: '',
  format: 'discussion',
  tags: '',
  needs: [],
  otherNeed: '',
  coHosts: [],
  seeking: false,
  length: 1,
  language: '',
  expected: '',
  collectiveId: null,
  links: '',
  remarks: '',
})

/** A session as the form shows it; `known` are the needs that have a box to tick. */
export const draftOf = (session: Session, known: readonly string[]): Draft => ({
  sessionId: session.id,
  title: session.title,
  description: session.description,
  format: session.format,
  tags: session.tags.join(', '),
  needs: session.needs.filter((need) => known.includes(need)),
  otherNeed: session.needs.filter((need) => !known.includes(need)).join(', '),
  coHosts: session.hosts.slice(1),
  seeking: false,
  length: session.length,
  language: session.language,
  expected: session.expected === null ? '' : String(session.expected),
  collectiveId: session.collectiveId,
  links: session.links.join('\n'),
  remarks: session.remarks,
})

const words = (text: string): readonly string[] =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim().slice(0, limits.tag))
    .filter((word) => word !== '')

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const link = /^(https?:\/\/|mailto:)[^\s<>"]+$/

/** "exemple.org/page" is meant as a link; what has a scheme of its own stays as it was typed. */
const withScheme = (line: string): string => (/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(line) ? `https://${line}` : line)

/** The fields of `propose` and `edit`, but for the hosts. */
export interface Said {
  readonly title: string
  readonly description: string
  readonly format: Format
  readonly tags: string[]
  readonly needs: string[]
  readonly length: number
  readonly language: string
  readonly expected: number | null
  readonly collectiveId: CollectiveId | null
  readonly links: string[]
  readonly remarks: string
}

/** What a draft says, or the fields that can't be sent as they stand. */
export type Reading =
  | { readonly type: 'said'; readonly said: Said }
  | { readonly type: 'unclear'; readonly emptyTitle: boolean; readonly badLink: string | null }

export const readDraft = (draft: Draft): Reading => {
  const links = lines(draft.links).map(withScheme)
  const badLink = links.find((line) => !link.test(line) || line.length > limits.link) ?? null
  const title = draft.title.trim()
  if (title === '' || badLink !== null) return { type: 'unclear', emptyTitle: title === '', badLink }
  const expected = Number.parseInt(draft.expected, 10)
  const needs = [...new Set([...draft.needs, ...words(draft.otherNeed)])]
  return {
    type: 'said',
    said: {
      title,
      description: draft.description.trim(),
      format: draft.format,
      tags: [...new Set(words(draft.tags))].slice(0, limits.tagsPerSession),
      needs: needs.slice(0, limits.needsPerSession),
      length: draft.length,
      language: draft.language,
      expected: expected >= 1 ? Math.min(expected, limits.capacity) : null,
      collectiveId: draft.collectiveId,
      links: links.slice(0, limits.linksPerSession),
      remarks: draft.remarks.trim(),
    },
  }
}
