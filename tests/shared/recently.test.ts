import { expect, test } from 'vitest'
import { recently } from '../../shared/recently.ts'

test('B26 what rules work out is made once for each of the last versions, and never taken for another’s', () => {
  const made: string[] = []
  const versions = ['a', 'b', 'c', 'd'].map((name) => ({ name }))
  const nameOf = recently(({ name }: { readonly name: string }) => {
    made.push(name)
    return name.toUpperCase()
  }, 2)
  const asked = [0, 0, 1, 0, 1, 2, 1, 0].map((n) => nameOf(versions[n] ?? { name: '' }))
  expect(asked).toEqual(['A', 'A', 'B', 'A', 'B', 'C', 'B', 'A'])
  expect(made).toEqual(['a', 'b', 'c', 'a'])
  expect(nameOf({ name: 'a' })).toBe('A')
  expect(made).toHaveLength(5)
})
