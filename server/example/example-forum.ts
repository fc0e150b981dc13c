import { listExamples, listForums } from '../../db/forums.ts'
import type { ForumSlug } from '../../shared/ids.ts'
import { addDays, localDate } from '../../shared/zone.ts'
import { addFacilitatorLink, createForum } from '../board/create-forum.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { slugsFor } from '../board/slug.ts'
import { readForumFile, startingOn } from '../formats/forum-file.ts'
import type { Core } from '../services.ts'
import brest from './brest-2024.json' with { type: 'json' }
import { fillWithSamples } from './fill-with-samples.ts'

export interface ExampleForum {
  readonly slug: ForumSlug
  readonly secret: string
}

/** Whether its last slot is to come: a slot that has begun can't be claimed, so an old example is of no use. */
const isUsable = (forum: LiveForum, now: number): boolean =>
  [...forum.board.board.slots.values()].some(({ kind, start }) => kind === 'open' && start > now)

/** The Brest forum, filled, with its first day tomorrow: what the welcome page offers to try. */
export class ExampleForums {
  readonly #core: Core
  /** Secrets made by this process, so that trying the example again adds no link. */
  readonly #secrets = new Map<ForumSlug, string>()
  #making: Promise<ExampleForum> | null = null

  constructor(core: Core) {
    this.#core = core
  }

  /** Offered while the house holds nothing but examples. */
  async isOffered(): Promise<boolean> {
    const { db } = this.#core
    return (await listForums(db)).length === (await listExamples(db)).length
  }

  /** The example there is, or a new one. Who asks twice at once gets the same. */
  open(): Promise<ExampleForum> {
    this.#making ??= this.#open().finally(() => {
      this.#making = null
    })
    return this.#making
  }

  async #open(): Promise<ExampleForum> {
    const { clock, db, forums } = this.#core
    for (const { slug } of await listExamples(db)) {
      const forum = await forums.find(slug)
      if (forum === null || !isUsable(forum, clock.now())) continue
      const secret = this.#secrets.get(slug) ?? (await addFacilitatorLink(this.#core, forum.id)).secret
      this.#secrets.set(slug, secret)
      return { slug, secret }
    }
    return this.#create()
  }

  async #create(): Promise<ExampleForum> {
    const { clock } = this.#core
    const file = readForumFile(brest)
    if (file.type === 'wrong') throw new Error(`the example is malformed at ${file.fault.path}`)
    const tomorrow = addDays(localDate(clock.now(), file.plan.timeZone), 1)
    const plan = startingOn(file.plan, tomorrow)
    for (const slug of slugsFor('exemple')) {
      const created = await createForum(this.#core, plan, slug, 'example')
      if (created.type === 'refused') {
        if (created.refusal.code === 'already-exists') continue
        throw new Error(`the example was refused: ${created.refusal.code}`)
      }
      await fillWithSamples(created.forum, created.team, clock)
      this.#secrets.set(slug, created.secret)
      return { slug, secret: created.secret }
    }
    throw new Error('every address is taken')
  }
}
