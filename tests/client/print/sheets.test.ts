import { describe, expect, test } from 'vitest'
import { print as en } from '../../../client/i18n/en/print.ts'
import { en as english } from '../../../client/i18n/en.ts'
import { print as fr } from '../../../client/i18n/fr/print.ts'
import { fr as french } from '../../../client/i18n/fr.ts'
import { inSheets } from '../../../client/print/in-sheets.ts'
import { readPrintOptions, writePrintOptions } from '../../../client/print/print-options.ts'
import { programmeOf } from '../../../client/print/programme.ts'
import { reservedFor } from '../../../client/ui/reserved-for.ts'
import { isShortCode, shortCode } from '../../../client/ui/short-code.ts'
import { at, build, by, claim, day, propose, sessionId, smallBoard, team } from '../../support/boards.ts'

describe('what is printed', () => {
  test('U20 the address says it, and is said again', () => {
    const said = '?what=doors&paper=a4&day=2027-06-12'
    const read = (query: string) => readPrintOptions(new URLSearchParams(query))
    expect(read(said)).toEqual({ kind: 'doors', paper: 'a4', day: '2027-06-12', onlyParked: false })
    expect(writePrintOptions(read(said))).toBe(said)
    expect(writePrintOptions(read('?what=cards&parked'))).toBe('?what=cards&parked')
    expect(read('?what=x&paper=a9&day=x')).toEqual({ kind: 'poster', paper: 'a4', day: null, onlyParked: false })
    expect(read('?what=grid&paper=a5').paper).toBe('a4')
  })

  test('U20 columns are shared out evenly over as few sheets as hold them', () => {
    const sizes = (count: number, most: number) =>
      inSheets(
        Array.from({ length: count }, (_, n) => n),
        most,
      ).map((sheet) => sheet.length)
    expect([sizes(13, 12), sizes(25, 6), sizes(6, 6), sizes(1, 6), sizes(0, 6)]).toEqual([
      [7, 6],
      [5, 5, 5, 5, 5],
      [6],
      [1],
      [],
    ])
  })
})

test('U20 paper says a floor as the other pages do, and names what is open all day', () => {
  expect(['0', '2', '-1', 'mezzanine'].map(fr.floor)).toEqual(['rez-de-chaussée', 'étage 2', 'étage -1', 'mezzanine'])
  expect(['0', '2', '-1', 'mezzanine'].map(en.floor)).toEqual(['ground floor', 'floor 2', 'floor -1', 'mezzanine'])
  expect([fr.allDayIn('Café'), en.allDayIn('Café')]).toEqual(['Ouvert toute la journée : Café', 'Open all day: Café'])
})

describe('the programme on a door', () => {
  const board = build(smallBoard, [
    [by('ana'), propose(1, { length: 2 })],
    [by('ana'), claim(1, 'b101', 's3')],
    [team, { type: 'set-cells', cells: [{ roomId: 'b101', slotId: 's2' }], use: { type: 'closed' } }],
  ])

  test('a session of two slots is one line, and common moments are said', () => {
    expect(programmeOf(board, 'b101', day).map(({ slot, what }) => [slot.id, what.type])).toEqual([
      ['s1', 'free'],
      ['s2', 'closed'],
      ['buffet', 'common'],
      ['s3', 'session'],
    ])
    const last = programmeOf(board, 'b101', day).at(-1)?.what
    expect(last).toEqual({ type: 'session', sessionId: sessionId(1), until: at('15:30') })
  })

  test('U20 a cell that is kept for somebody is not free: it says for whom, as the board does', () => {
    const cell = (slotId: string) => [{ roomId: 'b101', slotId }]
    const kept = build(board, [
      [team, { type: 'add-collective', collectiveId: 'reseaux', name: 'Réseaux' }],
      [team, { type: 'set-cells', cells: cell('s1'), use: { type: 'reserved', collectiveId: 'reseaux' } }],
      [team, { type: 'set-cells', cells: cell('s2'), use: { type: 'reserved', collectiveId: null } }],
    ])
    const said = (of: typeof board, words: typeof french.board) =>
      programmeOf(of, 'b101', day).flatMap(({ what }) =>
        what.type === 'free' ? [reservedFor(of, what.use, words)] : [],
      )
    expect(said(kept, french.board)).toEqual(['réservée : Réseaux', 'réservée à l’équipe'])
    expect(said(kept, english.board)).toEqual(['reserved: Réseaux', 'reserved for the team'])
    expect(said(board, french.board)).toEqual([null])
  })

  test('a space that is open all day has its common moments only', () => {
    expect(programmeOf(board, 'fablab', day).map(({ slot }) => slot.id)).toEqual(['buffet'])
  })
})

describe('the short code of a card', () => {
  test('it comes from the id alone, is five letters that a hand writes apart, and is read as hands type', () => {
    const codes = Array.from({ length: 1000 }, (_, n) => shortCode(sessionId(n)))
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{5}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBeGreaterThan(997)
    expect(codes[0]).toBe(shortCode(sessionId(0)))
    const code = codes.find((one) => one.includes('0') && one.includes('1')) ?? ''
    const id = sessionId(codes.indexOf(code))
    expect(isShortCode(` ${code.toLowerCase().replace('0', 'o').replace('1', 'l')} `, id)).toBe(true)
    expect(isShortCode(code.slice(1), id)).toBe(false)
  })
})
