import type { Page } from 'playwright-core'
import type { BusyForum } from './busy-forum.ts'
import type { House, Visitor } from './house.ts'
import type { Screen } from './screen.ts'

/** A moment of a busy forum that somebody may meet, as a screen of the gallery. */
export interface Moment extends Pick<Screen, 'allow' | 'before' | 'prepare' | 'show'> {
  /** Within the forum. */
  readonly path?: string
  readonly who?: Visitor
}

/** Where moments happen. */
export interface Scene {
  readonly house: House
  readonly forum: BusyForum
}

/** Moments by the name of their screen. */
export type Moments = Readonly<Record<string, Moment>>

export const clickFirst = (page: Page, selector: string): Promise<void> => page.locator(selector).first().click()

export const waitForFirst = (page: Page, selector: string): Promise<void> => page.locator(selector).first().waitFor()

/** The address of a session within its forum. */
export const pageOf = ({ session }: BusyForum, title: string): string => `/sessions/${session(title)}`
