import type { Entry } from '../shared/events.ts'
import type { ForumSlug, PersonId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import { insertEntries } from './entries.ts'
import { createForum, type ForumRow } from './forums.ts'
import { addLink } from './links.ts'
import { addPerson } from './people.ts'
import type { Database } from './tables.ts'

/** A forum with all that it needs to be of use. */
export interface NewForum {
  /** Addresses to try, in order. */
  readonly slugs: Iterable<ForumSlug>
  readonly createdAt: Instant
  /** Whether anyone may be of its team. */
  readonly isExample: boolean
  /** Somebody without a device, by whom the first entries are. */
  readonly team: { readonly id: PersonId; readonly name: string }
  /** Of the first facilitator link. */
  readonly secretHash: string
  /** From seq 1; none of them places a session. */
  readonly entries: readonly Entry[]
}

const createAtFirst = async (db: Database, { slugs, createdAt, isExample }: NewForum): Promise<ForumRow | null> => {
  for (const slug of slugs) {
    const row = await createForum(db, { slug, createdAt, isExample })
    if (row !== 'slug-taken') return row
  }
  return null
}

/**
 * Writes a forum with its team, its first facilitator link and its first entries in one transaction: whole or not at all
 * (S4).
 * @returns null where every address is taken
 * @throws DatabaseError where the disk or the file fails; then nothing was stored
 */
export const storeForum = (db: Database, forum: NewForum): Promise<ForumRow | null> =>
  db.transaction().execute(async (transaction) => {
    const row = await createAtFirst(transaction, forum)
    if (row === null) return null
    const at = forum.createdAt
    await addPerson(transaction, row.id, { ...forum.team, role: 'facilitator', tokenHash: null, linkId: null, at })
    await addLink(transaction, row.id, forum.secretHash, at)
    await insertEntries(
      transaction,
      forum.entries.map((entry) => ({ forumId: row.id, entry })),
    )
    return row
  })
