import type { CellRef } from '../../shared/ids.ts'
import { unreachable } from '../../shared/unreachable.ts'
import type { ChangesWords } from '../i18n/fr/changes.ts'
import type { Push } from './pushed.ts'

/** What a push is said with. */
export interface Sayings {
  readonly words: ChangesWords
  readonly cellText: (cell: CellRef) => string
  /** Null where nobody knows. */
  readonly nameOf: (push: Push) => string | null
  readonly titleOf: (sessionId: string) => string
}

const ofHosted = (push: Push, { words, cellText, nameOf, titleOf }: Sayings): string => {
  const { difference, agreed } = push
  const [t, who, { title }] = [words.hosted, nameOf(push), difference]
  switch (difference.type) {
    case 'moved':
      return (agreed ? t.agreed : t.moved)(who, title, cellText(difference.from), cellText(difference.to))
    case 'placed':
      return (agreed ? t.agreedPlaced : t.placed)(who, title, cellText(difference.to))
    case 'released':
      return (agreed ? t.agreedReleased : t.released)(who, title, cellText(difference.from))
    case 'merged':
      return t.merged(who, title, titleOf(difference.into))
    case 'withdrawn':
    case 'unmerged':
    case 'locked':
    case 'unlocked':
      return t[difference.type](who, title)
    case 'fresh':
      return title
    default:
      return unreachable(difference)
  }
}

const ofStarred = ({ difference }: Push, { words: { starred: t }, cellText, titleOf }: Sayings): string => {
  const { title } = difference
  switch (difference.type) {
    case 'moved':
      return t.moved(title, cellText(difference.from), cellText(difference.to))
    case 'placed':
      return t.placed(title, cellText(difference.to))
    case 'released':
      return t.released(title, cellText(difference.from))
    case 'merged':
      return t.merged(title, titleOf(difference.into))
    case 'withdrawn':
    case 'unmerged':
      return t[difference.type](title)
    case 'locked':
    case 'unlocked':
    case 'fresh':
      return title
    default:
      return unreachable(difference)
  }
}

/** What happened, in a sentence. */
export const pushText = (push: Push, sayings: Sayings): string =>
  push.concern === 'hosted' ? ofHosted(push, sayings) : ofStarred(push, sayings)

/** The cell that a session of one's own was taken out of by somebody else: it may be wished back. */
export const takenFrom = ({ concern, agreed, difference }: Push): CellRef | null =>
  concern === 'hosted' && !agreed && (difference.type === 'moved' || difference.type === 'released')
    ? difference.from
    : null
