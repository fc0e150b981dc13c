import { describe, expect, test } from 'vitest'
import { readDay } from '../../../client/ui/read-day.ts'

const told = (slots: string, moments = '') => {
  const read = readDay({ slots, moments })
  return read.slots.map(({ start, end, kind, label }) => [start, end, kind, label].filter(Boolean).join(' '))
}

describe('a day as it is typed', () => {
  test('S3 a rule makes slots that flow around the common moments', () => {
    expect(told('5 × 45 min, 15 de pause, dès 10:00', '9h30-10h Cercle d’ouverture\n12h-13h30 Repas')).toEqual([
      '09:30 10:00 common Cercle d’ouverture',
      '10:00 10:45 open',
      '11:00 11:45 open',
      '12:00 13:30 common Repas',
      '13:30 14:15 open',
      '14:30 15:15 open',
      '15:30 16:15 open',
    ])
  })

  test('a slot given by its hours stays where it was put, beside a moment or across it', () => {
    expect(told('11:30-12:30\n14h à 15h30', '12:00-13:00 Repas')).toEqual([
      '11:30 12:30 open',
      '12:00 13:00 common Repas',
      '14:00 15:30 open',
    ])
  })

  test.for([
    ['12:00-13:30 Repas', '12:00 13:30 common Repas'],
    ['12h-13h30 : Repas', '12:00 13:30 common Repas'],
    ['de 12 h à 13 h 30, Repas partagé', '12:00 13:30 common Repas partagé'],
    ['from 9 to 9:30 Opening circle', '09:00 09:30 common Opening circle'],
    ['09h – 9.30 Accueil', '09:00 09:30 common Accueil'],
    ['18:30→20:00', '18:30 20:00 common'],
  ] as const)('S2 hours are read as people write them: %s', ([typed, read]) => {
    expect(told('', typed)).toEqual([read])
  })

  test('what can’t be read is said with its line, and the rest is kept', () => {
    expect(readDay({ slots: '\n2 × 1 h, dès 9h\nbientôt', moments: 'Repas à midi' })).toEqual({
      slots: [
        { start: '09:00', end: '10:00', kind: 'open', label: '' },
        { start: '10:00', end: '11:00', kind: 'open', label: '' },
      ],
      problems: [
        { field: 'moments', line: 1, text: 'Repas à midi', why: 'unclear' },
        { field: 'slots', line: 3, text: 'bientôt', why: 'unclear' },
      ],
    })
  })

  test('slots that a moment pushes past midnight are left out, and that is said', () => {
    const read = readDay({ slots: '3 × 1 h, dès 20:00', moments: '20:30-22:00 Fest-noz' })
    expect(read.slots.map(({ start, end }) => `${start}-${end}`)).toEqual(['20:30-22:00', '22:00-23:00'])
    expect(read.problems).toEqual([{ field: 'slots', line: 1, text: '3 × 1 h, dès 20:00', why: 'late' }])
  })
})
