import { expect, test } from 'vitest'
import { isWanting, nothingWanted, wantedOf, wantsSessions, withWanted } from '../../../client/board/wanted.ts'

test('U11 a wish goes into the address and comes out of it whole, and the rest of the address stays', () => {
  const wanted = {
    text: 'vélo & co',
    format: 'workshop',
    tag: 'outils',
    building: 'A',
    free: true,
    stars: true,
  } as const
  const search = withWanted(new URLSearchParams('day=2027-06-12&q=avant'), wanted)
  expect(wantedOf(search)).toEqual(wanted)
  expect(search.get('day')).toBe('2027-06-12')
  expect(withWanted(search, nothingWanted).toString()).toBe('day=2027-06-12')
})

test('U11 what an address says wrong counts as not said', () => {
  expect(wantedOf(new URLSearchParams('format=opera&free=yes&stars='))).toEqual(nothingWanted)
})

test('free cells and a building are a wish, but not for certain sessions', () => {
  const places = { ...nothingWanted, free: true, building: 'A' }
  expect([isWanting(places), wantsSessions(places), isWanting(nothingWanted)]).toEqual([true, false, false])
})
