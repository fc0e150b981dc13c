import { expect, test } from 'vitest'
import { filesUnder, readProjectFile } from '../../support/project-files.ts'

/** Where French is written that people read. */
const isSpoken = (path: string): boolean =>
  path.endsWith('.ts') &&
  (/^client\/i18n\/fr/.test(path) || /^shared\/(rules\/|.*sentences)/.test(path) || /^server\/.*sentences/.test(path))

/** The texts of a source: its quoted words, with an X for what is put into them. */
const textsOf = (source: string): readonly string[] => {
  let left = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const texts: string[] = []
  while (true) {
    const filled = left.replace(/\$\{([^{}]*)\}/g, (_, inner: string) => {
      texts.push(...(inner.match(/'[^'\n]*'|`[^`]*`/g) ?? []))
      return 'X'
    })
    if (filled === left) break
    left = filled
  }
  return [...texts, ...(left.match(/'[^'\n]*'|`[^`]*`/g) ?? [])]
}

const isFrench = (path: string, text: string): boolean => path.startsWith('client/i18n/fr') || /[éèêàçùœ«]/i.test(text)

/** A plain space where a line may break before a sign, after « or before », or an apostrophe of a typewriter. */
const isBadlySet = (text: string): boolean =>
  / [:;?!»]|« |«[^\u00a0]|[^\u00a0]»|[\p{L}X][;?!»](?:\s|.$)|[\p{L}X]:\s|\.\.\./u.test(text)

test('U4 what is said in French is set as French: signs never begin a line alone, in every sentence', () => {
  const spoken = ['client', 'shared', 'server'].flatMap((folder) => filesUnder(folder)).filter(isSpoken)
  expect(spoken.length).toBeGreaterThan(30)
  const bad = spoken.flatMap((path) =>
    textsOf(readProjectFile(path))
      .filter((text) => isFrench(path, text) && isBadlySet(text))
      .map((text) => `${path}: ${text}`),
  )
  expect(bad).toEqual([])
})
