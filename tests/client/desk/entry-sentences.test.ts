import { describe, expect, test } from 'vitest'
import { entryNames } from '../../../client/desk/entry-names.ts'
import { entrySentences } from '../../../client/desk/entry-sentences.ts'
import { deskLog as english } from '../../../client/i18n/en/desk-log.ts'
import { deskLog as french } from '../../../client/i18n/fr/desk-log.ts'
import { emptyBoard } from '../../../shared/board.ts'
import { decide } from '../../../shared/decide.ts'
import type { BoardEvent, Entry } from '../../../shared/events.ts'
import { evolveEntry } from '../../../shared/evolve.ts'
import { localTime } from '../../../shared/zone.ts'
import { at, before, by, propose, proposed, sessionId, smallBoard, zone } from '../../support/boards.ts'

const writing = { moment: (time: number) => localTime(time, zone), day: (date: string) => date }
const entry = (seq: number, ...events: BoardEvent[]): Entry => ({
  seq,
  commandId: `command ${seq}`,
  by: 'ana',
  at: before,
  events,
})
const told = (event: BoardEvent, words = french) =>
  entrySentences(entry(1, event), entryNames(proposed, []), words, writing)[0]

const placed: BoardEvent = { type: 'session-placed', sessionId: sessionId(1), roomId: 'b101', slotIds: ['s1'] }
const cell = { roomId: 'hall', slotId: 's2' }
const room = smallBoard.rooms.get('hall')
const slot = smallBoard.slots.get('buffet')

describe('who did what, in words', () => {
  test('every event has a sentence in French', () => {
    if (room === undefined || slot === undefined) throw new Error('the small board has changed')
    const events: readonly BoardEvent[] = [
      { type: 'session-edited', sessionId: sessionId(1), changes: { description: 'x' } },
      { type: 'session-edited', sessionId: sessionId(1), changes: { title: 'Neuf' } },
      { type: 'session-withdrawn', sessionId: sessionId(2) },
      placed,
      { type: 'session-released', sessionId: sessionId(1) },
      { type: 'session-locked', sessionId: sessionId(1) },
      { type: 'session-unlocked', sessionId: sessionId(1) },
      { type: 'forum-framed', changes: { name: 'x' } },
      { type: 'room-added', room },
      { type: 'room-edited', roomId: 'hall', changes: { capacity: 1 } },
      { type: 'room-removed', roomId: 'hall' },
      { type: 'rooms-ordered', roomIds: ['hall'] },
      { type: 'slot-added', slot },
      { type: 'slot-edited', slotId: 's1', changes: {} },
      { type: 'slot-removed', slotId: 's1' },
      { type: 'day-labelled', date: '2024-07-03', label: 'Ouvert' },
      { type: 'day-labelled', date: '2024-07-03', label: '' },
      { type: 'cells-set', cells: [cell], use: { type: 'closed' } },
      { type: 'cells-set', cells: [cell, cell], use: { type: 'open' } },
      { type: 'cells-set', cells: [cell], use: { type: 'reserved', collectiveId: null } },
      { type: 'collective-added', collective: { id: 'c', name: 'Tiers-lieux', people: [] } },
      { type: 'collective-edited', collectiveId: 'c', changes: {} },
      { type: 'door-set', door: 'claim', state: { opensAt: before, closesAt: null } },
      { type: 'door-set', door: 'star', state: { opensAt: null, closesAt: null } },
      { type: 'door-set', door: 'claim', state: { opensAt: at('10:00'), closesAt: at('17:00') } },
    ]
    expect(events.map((event) => told(event))).toEqual([
      'modifie « Sujet 1 »',
      'renomme un sujet en « Neuf »',
      'retire « Sujet 2 »',
      'pose « Sujet 1 » : B101, 09:30',
      'décroche « Sujet 1 »',
      'verrouille « Sujet 1 »',
      'déverrouille « Sujet 1 »',
      'change le cadre du forum',
      'ajoute la salle Hall',
      'modifie la salle Hall',
      'enlève la salle Hall',
      'change l’ordre des salles',
      'ajoute le créneau 12:00 · Buffet',
      'modifie le créneau 09:30',
      'enlève le créneau 09:30',
      'nomme le 2024-07-03 « Ouvert »',
      'enlève le nom du 2024-07-03',
      'ferme la case Hall, 10:45',
      'ouvre 2 cases',
      'réserve la case Hall, 10:45 pour l’équipe',
      'ajoute le collectif Tiers-lieux',
      'modifie le collectif quelque chose qui n’est plus là',
      'ouvre : poser',
      'ferme : « ça m’intéresse »',
      'prévoit : poser, 10:00 – 17:00',
    ])
  })

  test('the same in English', () => {
    expect(told(placed, english)).toBe('pins “Sujet 1”: B101, 09:30')
  })

  test('what was withdrawn or removed since keeps the last name that the log tells', () => {
    const decision = decide(smallBoard, propose(1, { title: 'Premier titre' }), by('ana'))
    const entries = [
      entry(1, ...(decision.type === 'accepted' ? decision.events : [])),
      entry(2, { type: 'room-added', room: { ...smallRoom, id: 'cave', name: 'Cave' } }),
      entry(3, { type: 'session-edited', sessionId: sessionId(1), changes: { title: 'Dernier titre' } }),
      entry(4, { type: 'room-removed', roomId: 'cave' }),
      entry(5, { type: 'session-withdrawn', sessionId: sessionId(1) }),
    ]
    const board = entries.reduce(evolveEntry, emptyBoard)
    const names = entryNames(board, entries)
    expect(entries.slice(3).flatMap((one) => entrySentences(one, names, french, writing))).toEqual([
      'enlève la salle Cave',
      'retire « Dernier titre »',
    ])
  })

  test('U39 of a session that changes its place in one entry only the arrival is told, of one that is parked the leaving', () => {
    const released: BoardEvent = { type: 'session-released', sessionId: sessionId(1) }
    const closed: BoardEvent = { type: 'cells-set', cells: [cell, cell], use: { type: 'closed' } }
    const names = entryNames(proposed, [])
    expect(entrySentences(entry(1, closed, released, placed), names, french, writing)).toEqual([
      'ferme 2 cases',
      'pose « Sujet 1 » : B101, 09:30',
    ])
    expect(entrySentences(entry(1, closed, released), names, french, writing)).toEqual([
      'ferme 2 cases',
      'décroche « Sujet 1 »',
    ])
  })

  test('what rules, offers and undo do has a sentence', () => {
    const session = proposed.sessions.get(sessionId(1))
    if (session === undefined) throw new Error('the proposed board has changed')
    const events: readonly BoardEvent[] = [
      { type: 'rule-set', rule: 'room-holds', level: 'needs-reason' },
      { type: 'figures-set', changes: { ownLimit: 2 } },
      { type: 'session-restored', session },
      { type: 'session-unmerged', sessionId: sessionId(1) },
    ]
    expect(events.map((event) => told(event))).toEqual([
      'règle « Taille de la salle » sur : avec une raison',
      'change les chiffres des règles',
      'remet « Sujet 1 » au tableau',
      'sépare « Sujet 1 »',
    ])
    expect(events.map((event) => told(event, english))[0]).toBe('sets “Size of the room” to: with a reason')
  })

  test('what is gone from the board and was named before the page that is here is named by the board of that time', () => {
    const left: BoardEvent = { type: 'session-released', sessionId: sessionId(1) }
    const of = (past: typeof proposed | null) =>
      entrySentences(entry(1, left), entryNames(emptyBoard, [], past), french, writing)
    expect([of(null), of(proposed)]).toEqual([['décroche « sans titre »'], ['décroche « Sujet 1 »']])
  })
})

const smallRoom = {
  kind: 'room' as const,
  capacity: null,
  building: '',
  floor: '',
  features: [],
}
