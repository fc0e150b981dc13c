import type { Role } from '../shared/board.ts'
import type { PersonId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Database } from './tables.ts'

export interface PersonRow {
  readonly id: PersonId
  readonly name: string
  readonly role: Role
}

const columns = ['id', 'name', 'role'] as const

/** Somebody with a name. @param person `tokenHash` null: without a phone; `linkId`: the link that made a facilitator of them */
export const addPerson = async (
  db: Database,
  forumId: number,
  person: {
    readonly id: PersonId
    readonly name: string
    readonly role: Role
    readonly tokenHash: string | null
    readonly linkId: number | null
    readonly at: Instant
  },
): Promise<void> => {
  const { id, name, role } = person
  await db
    .insertInto('person')
    .values({
      forum_id: forumId,
      id,
      name,
      role,
      token_hash: person.tokenHash,
      link_id: person.linkId,
      created_at: person.at,
    })
    .execute()
}

/** The person whose device holds the token with this hash, in this forum only. */
export const findPersonByToken = (db: Database, forumId: number, tokenHash: string): Promise<PersonRow | undefined> =>
  db
    .selectFrom('person')
    .select(columns)
    .where('forum_id', '=', forumId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()

/** Hashes of the tokens of a forum's devices, with whose they are: all at once, so that a phone that returns costs no read. */
export const readTokens = async (
  db: Database,
  forumId: number,
): Promise<readonly { readonly personId: PersonId; readonly tokenHash: string }[]> => {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'token_hash'])
    .where('forum_id', '=', forumId)
    .where('token_hash', 'is not', null)
    .execute()
  return rows.flatMap(({ id, token_hash }) => (token_hash === null ? [] : { personId: id, tokenHash: token_hash }))
}

/** Everybody of a forum, by id: nothing is ordered by when they came. */
export const readPeople = (db: Database, forumId: number): Promise<readonly PersonRow[]> =>
  db.selectFrom('person').select(columns).where('forum_id', '=', forumId).orderBy('id').execute()

export const renamePerson = async (db: Database, forumId: number, personId: PersonId, name: string): Promise<void> => {
  await db.updateTable('person').set({ name }).where('forum_id', '=', forumId).where('id', '=', personId).execute()
}

/**
 * Makes somebody a facilitator by a link.
 * @returns false where nothing changed: the link was revoked in between, or there is no such person
 */
export const makeFacilitator = async (
  db: Database,
  forumId: number,
  personId: PersonId,
  linkId: number,
): Promise<boolean> => {
  const result = await db
    .updateTable('person')
    .set({ role: 'facilitator', link_id: linkId })
    .where('forum_id', '=', forumId)
    .where('id', '=', personId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('link')
          .select('link.id')
          .where('link.id', '=', linkId)
          .where('link.forum_id', '=', forumId)
          .where('link.revoked_at', 'is', null),
      ),
    )
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
