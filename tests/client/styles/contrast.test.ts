import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accents } from '../../../shared/board.ts'

const styles = join(import.meta.dirname, '..', '..', '..', 'client', 'styles')
const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]
type Colours = ReadonlyMap<string, string>

const darkStart = '@media (prefers-color-scheme: dark) {'

/** Declarations of one block of rules, by selector. */
const rulesOf = (text: string): ReadonlyMap<string, Colours> => {
  const rules = new Map<string, Map<string, string>>()
  for (const [, selectors = '', body = ''] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const found = [...body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    )
    for (const selector of selectors.split(',')) {
      const key = selector.trim()
      rules.set(key, new Map([...(rules.get(key) ?? []), ...found]))
    }
  }
  return rules
}

const read = (file: string, theme: Theme): ReadonlyMap<string, Colours> => {
  const text = readFileSync(join(styles, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const [light = '', dark = ''] = text.split(darkStart)
  return rulesOf(theme === 'light' ? light : dark.slice(0, dark.search(/\n}/) + 1))
}

/** Every colour in force in a forum of that accent. */
const coloursIn = (theme: Theme, accent: string): Colours => {
  const sheets = ['tokens.css', 'accents.css']
  const layers = sheets.flatMap((file) =>
    (theme === 'light' ? (['light'] as const) : themes).flatMap((one) => [
      read(file, one).get(':root') ?? new Map<string, string>(),
      read(file, one).get(`[data-accent="${accent}"]`) ?? new Map<string, string>(),
    ]),
  )
  return new Map(layers.flatMap((layer) => [...layer]))
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'card', 'sunk'] as const
/** Text colour, and what it stands on. */
const pairs: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...grounds, 'accent-soft', 'good-soft', 'care-soft', 'bad-soft']],
  ['ink-soft', [...grounds, 'accent-soft']],
  ['accent', [...grounds, 'accent-soft']],
  ['accent-ink', ['accent']],
  ['good', [...grounds, 'good-soft']],
  ['care', [...grounds, 'care-soft']],
  ['bad', [...grounds, 'bad-soft']],
  ['star', ['card']],
]

describe.each(themes)('%s', (theme) => {
  test.each([...accents])('U26 a forum of the colour %s keeps every text at 7:1', (accent) => {
    const colours = coloursIn(theme, accent)
    const faint = pairs.flatMap(([text, on]) =>
      on.flatMap((ground) => {
        const ratio = contrast(colours.get(text) ?? '', colours.get(ground) ?? '')
        return ratio >= 7 ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)}`]
      }),
    )
    expect(faint).toEqual([])
  })

  test.each([...accents])('U26 edges and marks of the colour %s are seen: 3:1', (accent) => {
    const colours = coloursIn(theme, accent)
    const marks = [...colours.keys()].filter((name) => name.startsWith('format-') || name === 'line-strong')
    const faint = marks.flatMap((mark) =>
      (['paper', 'card'] as const).flatMap((ground) => {
        const ratio = contrast(colours.get(mark) ?? '', colours.get(ground) ?? '')
        return ratio >= 3 ? [] : [`${mark} on ${ground}: ${ratio.toFixed(2)}`]
      }),
    )
    expect(marks.length).toBeGreaterThan(6)
    expect(faint).toEqual([])
  })

  test('U26 the colours are different colours', () => {
    const shown = accents.map((accent) => coloursIn(theme, accent).get('accent'))
    expect(new Set(shown).size).toBe(accents.length)
  })
})
