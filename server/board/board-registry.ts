import { type ForumRow, findForum } from '../../db/forums.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import { type ForumParts, type LiveForum, openForum } from './live-forum.ts'

/** The forums that somebody asked for since the start, each brought to life once. */
export class BoardRegistry {
  readonly #parts: ForumParts
  readonly #forums = new Map<ForumSlug, Promise<LiveForum>>()
  /** Addresses that are being looked up: a hall that returns after a restart asks once. */
  readonly #looking = new Map<ForumSlug, Promise<ForumRow | undefined>>()
  readonly #live = new Set<LiveForum>()

  constructor(parts: ForumParts) {
    this.#parts = parts
  }

  /** Those in memory now. */
  get live(): ReadonlySet<LiveForum> {
    return this.#live
  }

  /** Those in memory, with those on their way there: when it resolves, all that were asked for before are in it. */
  async opened(): Promise<readonly LiveForum[]> {
    await Promise.allSettled(this.#forums.values())
    return [...this.#live]
  }

  /**
   * The forum at this address, from the log where it is not in memory yet; null where there is none. An absent one is
   * looked for each time, so that one made by the command line is found at once.
   */
  async find(slug: ForumSlug): Promise<LiveForum | null> {
    const known = this.#forums.get(slug)
    if (known !== undefined) return known
    const row = await this.#look(slug)
    if (row === undefined) return null
    const opening =
      this.#forums.get(slug) ??
      openForum(row, this.#parts).then((forum) => {
        this.#live.add(forum)
        return forum
      })
    this.#forums.set(slug, opening)
    // A forum that could not be read is tried again by the next request.
    opening.catch(() => this.#forums.delete(slug))
    return opening
  }

  #look(slug: ForumSlug): Promise<ForumRow | undefined> {
    let looking = this.#looking.get(slug)
    if (looking === undefined) {
      looking = findForum(this.#parts.db, slug).finally(() => this.#looking.delete(slug))
      this.#looking.set(slug, looking)
    }
    return looking
  }
}
