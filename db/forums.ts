import type { ForumSlug } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Database } from './tables.ts'

export interface ForumRow {
  readonly id: number
  readonly slug: ForumSlug
  readonly createdAt: Instant
}

const columns = ['id', 'slug', 'created_at as createdAt'] as const

/** A forum without any entry yet. The id of one that is gone is not given again. */
export const createForum = async (
  db: Database,
  forum: { readonly slug: ForumSlug; readonly createdAt: Instant; readonly isExample?: boolean },
): Promise<ForumRow | 'slug-taken'> => {
  const row = await db
    .insertInto('forum')
    .values({ slug: forum.slug, created_at: forum.createdAt, is_example: forum.isExample === true ? 1 : 0 })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning(columns)
    .executeTakeFirst()
  return row ?? 'slug-taken'
}

export const findForum = (db: Database, slug: ForumSlug): Promise<ForumRow | undefined> =>
  db.selectFrom('forum').select(columns).where('slug', '=', slug).executeTakeFirst()

/** All forums, the oldest first. */
export const listForums = (db: Database): Promise<readonly ForumRow[]> =>
  db.selectFrom('forum').select(columns).orderBy('id').execute()

/** Those made to be tried, of whose team anyone may be; the oldest first. */
export const listExamples = (db: Database): Promise<readonly ForumRow[]> =>
  db.selectFrom('forum').select(columns).where('is_example', '=', 1).orderBy('id').execute()
