import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rememberedLanguage, rememberLanguage } from '../../../client/i18n/language.ts'
import { languages } from '../../../shared/language.ts'
import { projectRoot } from '../../support/project-files.ts'
import { memoryStorage } from '../support/memory-storage.ts'

const folder = join(projectRoot, 'client', 'i18n')

/** Every dictionary by its area: "common" and one per lazily loaded part. */
const areas = ['common', ...readdirSync(join(folder, 'fr')).map((file) => file.replace(/\.ts$/, ''))]

const load = async (area: string, language: string): Promise<unknown> => {
  const file = area === 'common' ? join(folder, `${language}.ts`) : join(folder, language, `${area}.ts`)
  const module: Record<string, unknown> = await import(file)
  return module[area === 'common' ? language : area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
}

/** Every path of a dictionary with what kind of word stands there: "board.tray: string". */
const shapeOf = (value: unknown, path = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`]
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`))
}

/** Words that say nothing, and functions that do so when they are asked with plain arguments. */
const emptyWords = (value: unknown, path = ''): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [path] : []
  if (typeof value === 'function') return []
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => emptyWords(inner, `${path}.${key}`))
}

test.for(areas)('U4 %s says the same things in every language, and nothing is left empty', async (area) => {
  const french = shapeOf(await load(area, 'fr'))
  expect(french.length).toBeGreaterThan(0)
  for (const language of languages) {
    const words = await load(area, language)
    expect([...shapeOf(words)].sort(), `${language} ${area}`).toEqual([...french].sort())
    expect(emptyWords(words), `${language} ${area}`).toEqual([])
  }
})

test('U4 French writes its own marks: no English quotes, no straight apostrophe', async () => {
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : []
  const all = (await Promise.all(areas.map((area) => load(area, 'fr')))).flatMap(texts)
  expect(all.filter((text) => /[“”]|\p{L}'\p{L}/u.test(text))).toEqual([])
})

test('U4 the language is what was chosen on this device, else what the browser prefers, else French', () => {
  const storage = memoryStorage()
  expect(rememberedLanguage(storage, ['en-GB', 'fr'])).toBe('en')
  expect(rememberedLanguage(storage, ['br', 'de'])).toBe('fr')
  expect(rememberedLanguage(storage, [])).toBe('fr')
  rememberLanguage(storage, 'fr')
  expect(rememberedLanguage(storage, ['en-GB'])).toBe('fr')
})
