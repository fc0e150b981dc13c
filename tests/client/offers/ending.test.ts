import { expect, test } from 'vitest'
import { offers as english } from '../../../client/i18n/en/offers.ts'
import { offers as french } from '../../../client/i18n/fr/offers.ts'
import { type Ending, endingText } from '../../../client/offers/ending.ts'
import { before } from '../../support/boards.ts'

const answered = ['accepted', 'declined', 'agreed', 'talked'] as const
const unanswered = ['moved', 'expired', 'closed'] as const
const ending = (how: Ending['how']): Ending => ({
  offerId: 'o1',
  how,
  by: 'brieuc',
  title: 'Bread oven',
  word: 'Gladly.',
  at: before,
})

test.each([
  ['fr', french],
  ['en', english],
] as const)('U32 what came of an offer names the session, and who answered with which word, %s', (_, t) => {
  const said = (how: Ending['how']): string =>
    endingText(t, (id) => (id === 'brieuc' ? 'Brieuc' : undefined), ending(how))
  const named = (text: string) => ['Bread oven', 'Brieuc', 'Gladly.'].filter((each) => text.includes(each))
  expect(answered.map((how) => named(said(how)))).toEqual(answered.map(() => ['Bread oven', 'Brieuc', 'Gladly.']))
  expect(unanswered.map((how) => named(said(how)))).toEqual(unanswered.map(() => ['Bread oven']))
  // Nobody is said to have kept silent who had answered first.
  const firsts = (['talked', 'agreed'] as const).flatMap((first) =>
    unanswered.map((how) => endingText(t, () => 'Brieuc', { ...ending(how), first })),
  )
  expect(firsts.map(named)).toEqual(firsts.map(() => ['Bread oven', 'Brieuc', 'Gladly.']))
  expect(firsts.filter((text) => text.startsWith(said('expired')))).toEqual([])
})
