import { describe, expect, test } from 'vitest'
import type { Session } from '../../shared/board.ts'
import { similarIndex, stemsOf } from '../../shared/similar.ts'
import { build, by, propose, sessionId, smallBoard } from '../support/boards.ts'

const titles = [
  'Réparer un vélo à quatre mains',
  'Atelier de réparation de vélos',
  'Comment accueillir sans épuiser les accueillants ?',
  'Nos outils numériques en commun',
  'Free software for associations',
  'مساحات مشتركة للجميع',
]
const board = build(
  smallBoard,
  titles.map((title, n) => [by('ana'), propose(n + 1, { title })] as const),
)
const index = similarIndex(board.sessions.values())
const near = (text: string, limit = 3) =>
  index.near(text, limit).map(({ session }) => titles.indexOf(session.title) + 1)

describe('what a text is read as', () => {
  test('U14 without case, accents, small words of either language, and endings that only inflect', () => {
    expect(stemsOf('Comment RÉPARER les vélos ?')).toEqual(['repar', 'velo'])
    expect([stemsOf('réparations'), stemsOf('réparons'), stemsOf('Le réparateur')].map(([stem]) => stem)).toEqual([
      'repar',
      'repar',
      'repar',
    ])
    expect(stemsOf('The tools of the commons')).toEqual(['tool', 'comm'])
    expect(stemsOf('l’école, l’eau et les locaux')).toEqual(['ecol', 'eau', 'local'])
    expect(stemsOf('How to do it with us? Et pourquoi pas nous ?')).toEqual([])
    expect(stemsOf('')).toEqual([])
  })
})

describe('what is near', () => {
  test('U14 the one that shares most comes first, whatever the form of its words', () => {
    expect(near('On répare nos vélos ensemble')).toEqual([2, 1])
    expect(near('les outils numériques libres')).toEqual([4])
    expect(near('associations and free tools')).toEqual([5])
    expect(near('مساحات للجميع')).toEqual([6])
  })

  test('U14 a word still being typed finds those that it begins', () => {
    expect(near('accu')).toEqual([3])
    expect(near('acc')).toEqual([])
  })

  test('U14 nothing is near to a text of small words, or to one that shares nothing', () => {
    expect(near('Comment faire pour tous ?')).toEqual([])
    expect(near('Monnaies locales')).toEqual([])
    expect(near('')).toEqual([])
  })

  test('U14 a word that many use tells less than a rare one', () => {
    const common = build(
      smallBoard,
      ['Avoirs en commun', 'Bateaux en commun', 'Cuisine en commun', 'Zones et foncier'].map(
        (title, n) => [by('ana'), propose(n + 1, { title })] as const,
      ),
    )
    const found = similarIndex(common.sessions.values()).near('Le foncier en commun', 2)
    expect(found.map(({ session, shared }) => [session.title, shared])).toEqual([
      ['Zones et foncier', ['fonci']],
      ['Avoirs en commun', ['commun']],
    ])
  })

  test('U14 one word in common out of many is not near', () => {
    expect(near('Comment cultiver ensemble jardins, forêts, rivières, montagnes, plages et outils')).toEqual([])
    expect(near('Cultiver jardins et outils')).toEqual([4])
  })

  test('U14 what more than half of the sessions say makes none of them near', () => {
    const same = build(
      smallBoard,
      ['Jardin', 'Vélo', 'Radio', 'Café', 'Livre'].map(
        (title, n) => [by('ana'), propose(n + 1, { title, description: 'Avec vos questions.' })] as const,
      ),
    )
    const found = similarIndex(same.sessions.values())
    expect(found.near('Une question', 3)).toEqual([])
    expect(found.near('Une question de vélo', 3).map(({ session, shared }) => [session.title, shared])).toEqual([
      ['Vélo', ['velo']],
    ])
  })

  test('U14 tags and the description count too, less than the title', () => {
    const said = build(smallBoard, [
      [by('ana'), propose(1, { title: 'Un café', description: 'Parlons de vélo.' })],
      [by('ana'), propose(2, { title: 'Un thé', tags: ['vélo'] })],
      [by('ana'), propose(3, { title: 'Vélo' })],
    ])
    const ids = similarIndex(said.sessions.values()).near('vélo', 3)
    expect(ids.map(({ session }: { session: Session }) => session.id)).toEqual([3, 2, 1].map(sessionId))
  })

  test('U14 the session that is being edited is not near to itself', () => {
    const others = similarIndex(board.sessions.values(), new Set([sessionId(1)]))
    expect(others.near('Réparer un vélo', 3).map(({ session }) => session.id)).toEqual([sessionId(2)])
  })
})
