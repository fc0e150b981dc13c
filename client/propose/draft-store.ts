import { draftKey } from '../sync/draft-key.ts'
import { type Draft, emptyDraft } from './draft.ts'

/** A kept draft is our own writing, but of an older build perhaps: each field keeps its kind or its default. */
const mended = (kept: object, empty: Draft): Draft => {
  const fields = Object.entries(empty).map(([name, value]) => {
    const found: unknown = Object.getOwnPropertyDescriptor(kept, name)?.value
    const fits =
      Array.isArray(value) === Array.isArray(found) &&
      (typeof found === typeof value || (name === 'collectiveId' && typeof found === 'string'))
    return [name, fits && found !== null ? found : value]
  })
  return Object.fromEntries(fields) as Draft
}

/** The draft of a forum that this device keeps; a new one where there is none, or where it can't be read. */
export const loadDraft = (storage: Pick<Storage, 'getItem'>, slug: string, newId: () => string): Draft => {
  const empty = emptyDraft(newId())
  try {
    const kept: unknown = JSON.parse(storage.getItem(draftKey(slug)) ?? 'null')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? mended(kept, empty) : empty
  } catch {
    return empty
  }
}

/** Keeps what is typed. A full or forbidden storage loses the copy, not the typing. */
export const keepDraft = (storage: Pick<Storage, 'setItem'>, slug: string, draft: Draft): void => {
  try {
    storage.setItem(draftKey(slug), JSON.stringify(draft))
  } catch {
    // Private windows may forbid it; the form itself still holds the text.
  }
}

export const dropDraft = (storage: Pick<Storage, 'removeItem'>, slug: string): void =>
  storage.removeItem(draftKey(slug))
