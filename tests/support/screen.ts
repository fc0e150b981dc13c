import type { Page } from 'playwright-core'

/** A screen, or a state of one, as the tests of looks show it. */
export interface Screen {
  readonly name: string
  readonly url: () => string
  /** One of the team's many forms: looked at in each theme and language, but not in each together at each width. */
  readonly isTool?: boolean
  /** Whose device it is. */
  readonly as?: 'host' | 'team'
  /** Problems that belong to this state. */
  readonly allow?: readonly RegExp[]
  /** Before the page is opened: what its line does. */
  readonly before?: (page: Page) => Promise<unknown>
  /** What the picture is about, where that is not at the top. */
  readonly show?: string
  /** Once it stands, on a wide screen. */
  readonly prepare?: (page: Page) => Promise<unknown>
}
