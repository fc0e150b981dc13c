import { describe, expect, test } from 'vitest'
import { offers as french } from '../../../client/i18n/fr/offers.ts'
import { type Ending, endingText } from '../../../client/offers/ending.ts'
import { readEndings, withEndings } from '../../../client/offers/endings.ts'
import { endedAway, hasNews, type Missed, type OwnOffer, ownOffersOn } from '../../../client/offers/own-offers.ts'
import { keepOwnOffers, readOwnOffers } from '../../../client/offers/own-offers-store.ts'
import type { Board } from '../../../shared/board.ts'
import type { BoardEvent, Entry } from '../../../shared/events.ts'
import { HOUR, MINUTE } from '../../../shared/time.ts'
import { before, build, by, claim, sessionId } from '../../support/boards.ts'
import { answer, offer, offerId, twoPlaced } from '../../support/offers.ts'
import { memoryStorage } from '../support/memory-storage.ts'

/** Ana, who hosts 1, asks Brieuc, who hosts 2, to swap. */
const open = build(twoPlaced, [[by('ana'), offer('swap', 1, 2)]])
const seen = ownOffersOn(open, 'ana', before)[0] as OwnOffer
const now = before + MINUTE

const entry = (personId: string, ...events: BoardEvent[]): Entry => ({
  seq: 1,
  commandId: sessionId(9),
  by: personId,
  at: now,
  events,
})
const whole = (...entries: Entry[]): Missed => ({ entries, isWhole: true })
const ended = (how: 'accepted' | 'declined' | 'withdrawn', word?: string): BoardEvent => ({
  type: 'offer-ended',
  offerId: offerId(1),
  how,
  ...(word === undefined ? {} : { word }),
})
const without: Board = { ...open, offers: new Map() }
const sayings = (id: string) => (id === 'brieuc' ? 'Brieuc' : undefined)
const said = (ending: Ending | null): string => (ending === null ? '' : endingText(french, sayings, ending))
const away = (board: Board, missed: Missed | null, at = now): string =>
  said(endedAway(board, seen, missed, 'ana', at)).replaceAll('\u00a0', ' ')

describe('an offer of one’s own that was answered while one was away', () => {
  test('U32 is kept with what it takes to say how it ended, though it is gone from the board', () => {
    expect(seen).toEqual({
      id: offerId(1),
      expiresAt: open.offers.get(offerId(1))?.expiresAt,
      asked: [[sessionId(2), 'Sujet 2']],
      agreed: 1,
      talk: null,
    })
    const storage = new Map<string, string>()
    const kept = { heard: { epoch: 'e', seq: 12 }, offers: [seen] }
    const device = memoryStorage(storage)
    keepOwnOffers(device, 'a', kept)
    expect(readOwnOffers(device, 'a')).toEqual(kept)
    device.setItem('b', '{"heard":{"seq":3},"offers":[{"id":1},null]}')
    expect([readOwnOffers(device, 'b'), readOwnOffers(device, 'c')]).toEqual([
      { heard: null, offers: [] },
      { heard: null, offers: [] },
    ])
    keepOwnOffers(device, 'a', { heard: null, offers: [] })
    expect(storage.has('a')).toBe(false)
  })

  test('U32 is asked after where the board tells that something came of it, and only then', () => {
    const talked = build(open, [[by('brieuc'), answer(1, 'talk', 'Au café ?')]])
    expect([open, without, talked].map((board) => hasNews(board, seen, now))).toEqual([false, true, true])
    expect(hasNews(open, seen, seen.expiresAt)).toBe(true)
  })

  test('U32 is told with the word that was given; what one answered or took back oneself is not', () => {
    expect([
      away(without, whole(entry('brieuc', ended('declined', 'Ma salle a le piano.')))),
      away(without, whole(entry('brieuc', ended('accepted')))),
      away(open, whole(entry('brieuc', { type: 'offer-talked', offerId: offerId(1), word: '' }))),
      away(without, whole(entry('ana', ended('declined')))),
      away(without, whole(entry('chloe', ended('withdrawn')))),
    ]).toEqual([
      'Brieuc décline pour « Sujet 2 ». « Ma salle a le piano. »',
      'Brieuc accepte pour « Sujet 2 ».',
      'Brieuc, pour « Sujet 2 » : parlons-en.',
      '',
      '',
    ])
  })

  test('U32 without an answer it ended by a move or by its time; where nobody can say, only that it ended', () => {
    const moved = build(open, [[by('brieuc'), claim(2, 'hall', 's3')]])
    expect([
      away(moved, whole()),
      away(without, whole(), seen.expiresAt),
      away(open, whole(), seen.expiresAt),
      away(without, null),
      away(without, { entries: [], isWhole: false }),
      away(open, null),
    ]).toEqual([
      'La proposition à « Sujet 2 » est close : un des deux sujets a bougé.',
      'Sans réponse à temps, la proposition à « Sujet 2 » est close.',
      'Sans réponse à temps, la proposition à « Sujet 2 » est close.',
      'La proposition à « Sujet 2 » est close.',
      'La proposition à « Sujet 2 » est close.',
      '',
    ])
  })

  test('U32 “let us talk” and a partial agreement are not the last word of what then moved or ran out, and are told with it', () => {
    const talked = entry('brieuc', { type: 'offer-talked', offerId: offerId(1), word: 'Au café ?' })
    const agreed = entry('brieuc', { type: 'offer-agreed', offerId: offerId(1), sessionIds: [sessionId(2)] })
    const talkedBefore = endedAway(without, { ...seen, talk: 'Au café ?' }, whole(), 'ana', now)
    expect([
      away(open, whole(talked)),
      away(open, whole(talked), seen.expiresAt),
      away(without, whole(talked)),
      away(without, { entries: [talked], isWhole: false }),
      away(without, whole(agreed)),
      away(open, whole(agreed), seen.expiresAt),
      away(without, whole(talked, entry('brieuc', ended('declined', 'Non.')))),
      away(without, whole(entry('ana', { type: 'offer-talked', offerId: offerId(1), word: 'x' }))),
      said(talkedBefore).replaceAll('\u00a0', ' '),
    ]).toEqual([
      'Brieuc, pour « Sujet 2 » : parlons-en. « Au café ? »',
      'Sans accord à temps, la proposition à « Sujet 2 » est close. Brieuc : parlons-en. « Au café ? »',
      'La proposition à « Sujet 2 » est close : un des deux sujets a bougé. Brieuc : parlons-en. « Au café ? »',
      'La proposition à « Sujet 2 » est close : un des deux sujets a bougé. Brieuc : parlons-en. « Au café ? »',
      'La proposition à « Sujet 2 » est close : un des deux sujets a bougé. Brieuc était d’accord.',
      'Sans accord à temps, la proposition à « Sujet 2 » est close. Brieuc était d’accord.',
      'Brieuc décline pour « Sujet 2 ». « Non. »',
      'La proposition à « Sujet 2 » est close : un des deux sujets a bougé.',
      'La proposition à « Sujet 2 » est close : un des deux sujets a bougé. Réponse : parlons-en. « Au café ? »',
    ])
  })

  test('U32 stays until it is put away, a day at most, the last answer to each', () => {
    const first = endedAway(without, seen, whole(entry('brieuc', ended('declined'))), 'ana', now) as Ending
    const later: Ending = { ...first, how: 'accepted' }
    expect(withEndings([first], [later])).toEqual([later])
    expect(withEndings([first], [{ ...first, how: 'talked' }])).toEqual([first])
    const storage = { getItem: () => JSON.stringify([first, { offerId: 'x' }, { ...first, how: 'lost' }, 3]) }
    expect([readEndings(storage, '', now), readEndings(storage, '', now + 24 * HOUR)]).toEqual([[first], []])
    expect(readEndings({ getItem: () => '{' }, '', now)).toEqual([])
  })
})
