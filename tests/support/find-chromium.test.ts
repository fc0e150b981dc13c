import { expect, test } from 'vitest'
import type { Chromium } from './chromium.ts'
import { findChromium } from './find-chromium.ts'

const chromium = (executablePath: string): Chromium => ({ executablePath, args: [], env: {} })

const places = [
  { name: 'absent', find: async () => null },
  { name: 'unreadable', find: () => Promise.reject(new Error('no such file\nand more')) },
  { name: 'broken', find: async () => chromium('broken') },
  { name: 'good', find: async () => chromium('good') },
  { name: 'better, too late', find: async () => chromium('better') },
]

const probe = async ({ executablePath }: Chromium): Promise<string> => {
  if (executablePath === 'broken') throw new Error('it does not start')
  return '1.2.3'
}

test('the first that really starts is used, and those before it say why not', async () => {
  expect(await findChromium(places, probe)).toEqual({
    type: 'found',
    name: 'good',
    version: '1.2.3',
    chromium: chromium('good'),
    passedOver: ['unreadable: no such file', 'broken: it does not start'],
  })
})

test('where none starts, that is the answer', async () => {
  expect(await findChromium(places.slice(0, 3), probe)).toEqual({
    type: 'none',
    passedOver: ['unreadable: no such file', 'broken: it does not start'],
  })
})
