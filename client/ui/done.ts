import type { CellRef } from '../../shared/ids.ts'
import type { RuleId } from '../../shared/refusals.ts'
import type { Instant } from '../../shared/time.ts'
import type { ChangesWords } from '../i18n/fr/changes.ts'

/** What something was done to: a name that is the same in each language, or what is worded when it is shown. */
export type DoneTo = string | CellRef | { readonly start: Instant } | { readonly rule: RuleId }

/** What an entry did. It is kept, and so worded anew in the language that is in use when it is shown. */
export interface Done {
  readonly kind: keyof ChangesWords['did']
  readonly to: readonly DoneTo[]
}

/** Whether something that was kept is what an entry did. */
export const isDone = (value: unknown): value is Done =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  typeof value.kind === 'string' &&
  'to' in value &&
  Array.isArray(value.to)

/** How the language in use says what something is done to. */
export interface DoneSayings {
  readonly words: Pick<ChangesWords, 'did' | 'rules'>
  readonly cellText: (cell: CellRef) => string
  readonly timeText: (at: Instant) => string
}

const nameOf = (to: DoneTo, { words, cellText, timeText }: DoneSayings): string => {
  if (typeof to === 'string') return to
  if ('rule' in to) return words.rules[to.rule].name
  return 'start' in to ? timeText(to.start) : cellText(to)
}

/** What was done, as a short phrase. */
export const doneText = ({ kind, to }: Done, sayings: DoneSayings): string => {
  const [first = '', second = ''] = to.map((each) => nameOf(each, sayings))
  return sayings.words.did[kind](first, second)
}
