import { expect, test } from 'vitest'
import { addressParts, isShortPart } from '../../../client/ui/address-parts.ts'

test('U7 a line of an address ends before a slash or a hyphen, and what is too long to type may be cut', () => {
  const parts = addressParts('forum.exemple.org:8080/forum-des-communs/wall')
  expect(parts).toEqual(['forum.exemple.org:8080', '/forum', '-des', '-communs', '/wall'])
  expect([...parts, '/desk#pK3vX9sQ7tR2mN8wL4zB6yC1'].map(isShortPart)).toEqual([true, true, true, true, true, false])
})
