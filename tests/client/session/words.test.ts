import { expect, test } from 'vitest'
import { session as en } from '../../../client/i18n/en/session.ts'
import { session as fr } from '../../../client/i18n/fr/session.ts'

test('U4 a floor is said in words, and one that is no number as it was written', () => {
  const floors = ['0', '1', '2', '3', '11', '-1', '-2', 'mezzanine', '']
  expect(floors.map(fr.floor)).toEqual([
    'au rez-de-chaussée',
    'au 1er étage',
    'au 2e étage',
    'au 3e étage',
    'au 11e étage',
    'au sous-sol',
    'au 2e sous-sol',
    'mezzanine',
    '',
  ])
  expect(floors.map(en.floor)).toEqual([
    'on the ground floor',
    'on the 1st floor',
    'on the 2nd floor',
    'on the 3rd floor',
    'on the 11th floor',
    'on basement level 1',
    'on basement level 2',
    'mezzanine',
    '',
  ])
})
