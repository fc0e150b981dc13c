import { expect, test } from 'vitest'
import { entryNames } from '../../../client/desk/entry-names.ts'
import { entrySentences } from '../../../client/desk/entry-sentences.ts'
import { deskLog as english } from '../../../client/i18n/en/desk-log.ts'
import { deskLog as french } from '../../../client/i18n/fr/desk-log.ts'
import { decide } from '../../../shared/decide.ts'
import type { Entry } from '../../../shared/events.ts'
import { before, build, by } from '../../support/boards.ts'
import { answer, offer, twoPlaced } from '../../support/offers.ts'

test('U32 the team reads in the log, in quotes, the word that goes with an offer and with each answer', () => {
  const offered = [by('ana'), offer('swap', 1, 2, { word: 'Votre salle nous irait mieux.' })] as const
  const open = build(twoPlaced, [offered])
  const steps = [
    [twoPlaced, ...offered],
    [twoPlaced, by('ana'), offer('swap', 1, 2)],
    [open, by('brieuc'), answer(1, 'talk', 'Au café ?')],
    [open, by('brieuc'), answer(1, 'talk')],
    [open, by('brieuc'), answer(1, 'decline', 'Une autre fois.')],
    [open, by('brieuc'), answer(1, 'accept', 'Avec plaisir.')],
  ] as const
  const told = (words: typeof french) =>
    steps.map(([board, context, command]) => {
      const decision = decide(board, command, context)
      const events = decision.type === 'accepted' ? decision.events : []
      const entry: Entry = { seq: 1, commandId: '', by: '', at: before, events }
      const writing = { moment: () => '', day: () => '' }
      return entrySentences(entry, entryNames(board, []), words, writing)[0]
    })
  expect(told(french)).toEqual([
    'propose d’échanger « Sujet 1 » et « Sujet 2 » : « Votre salle nous irait mieux. »',
    'propose d’échanger « Sujet 1 » et « Sujet 2 »',
    'préfère en parler d’abord : « Au café ? »',
    'préfère en parler d’abord',
    'décline la proposition : « Une autre fois. »',
    'accepte la proposition : « Avec plaisir. »',
  ])
  expect(told(english)[4]).toBe('declines the offer: “Une autre fois.”')
})
