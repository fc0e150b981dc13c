import type { CreatedForum } from './create-forum.ts'

const key = 'created-forum'

/** What was just created, with its name. */
export interface Created {
  readonly forum: CreatedForum
  readonly name: string
}

const isText = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'string'

/** The links of the forum that this tab created; they are shown once, so a reload must not lose them. Null where none. */
export const readCreated = (tab: Pick<Storage, 'getItem'>): Created | null => {
  try {
    const value: Created = JSON.parse(tab.getItem(key) ?? 'null')
    const isWhole =
      isText(value, 'name') &&
      isText(value.forum, 'slug') &&
      ['participants', 'facilitators', 'wall'].every((link) => isText(value.forum.links, link))
    return isWhole ? value : null
  } catch {
    return null
  }
}

/** Keeps them for this tab only: closing it forgets the team's secret. */
export const keepCreated = (tab: Pick<Storage, 'setItem'>, created: Created): void => {
  try {
    tab.setItem(key, JSON.stringify(created))
  } catch {
    // Private windows may refuse: the links still stand on the page, they only won't survive a reload.
  }
}

export const dropCreated = (tab: Pick<Storage, 'removeItem'>): void => tab.removeItem(key)
