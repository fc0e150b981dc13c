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
})
