import { expect, test } from 'vitest'
import { chooseLanguage, languages } from '../../shared/language.ts'
import { rules } from '../../shared/rules/all.ts'
import { cleanLine, cleanText, cleanWords, foldText, slugOf, typeset } from '../../shared/words.ts'

test('B14 text is compared without case, accents, ligatures and curly quotes', () => {
  expect(foldText('  L’Œuvre  ÉLÉMENTAIRE ')).toBe("l'oeuvre elementaire")
})

test('S4 an address is a readable word', () => {
  expect(['Forum des usages coopératifs 2024', 'C’est là !', '日本'].map(slugOf)).toEqual([
    'forum-des-usages-cooperatifs-2024',
    'c-est-la',
    '',
  ])
})

test('B14 a line is one line, a text keeps its paragraphs, words are kept once', () => {
  expect(cleanLine('  a\tb\u0007  c ')).toBe('a b c')
  expect(cleanText('  a  \r\n\r\n\r\n\r\nb\u202e ')).toBe('a\n\nb')
  expect(cleanWords([' Web', 'wéb', '', 'Wiki'])).toEqual(['Web', 'Wiki'])
})

test('U4 the language is the first that the reader asks for and the interface speaks', () => {
  expect(['en-GB,fr;q=0.5', 'de,en;q=0.3', 'br', undefined, 'en;q=0, fr'].map(chooseLanguage)).toEqual([
    'en',
    'en',
    'fr',
    'fr',
    'fr',
  ])
})

test('B11 every rule has its own number and a sentence in every language', () => {
  expect(new Set(rules.map((rule) => rule.number)).size).toBe(rules.length)
  const facts = { kind: 'x', door: 'claim', title: 'A', room: 'B', start: 0, since: 0, now: 0, zone: 'UTC', length: 2 }
  const more = {
    capacity: 20,
    expected: 30,
    missing: 'c',
    label: 'd',
    name: 'e',
    tag: 'f',
    minutes: 5,
    limit: 2,
    until: 0,
  }
  for (const rule of rules) {
    for (const language of languages) {
      expect(rule.sentence[language]({ ...facts, ...more })).toMatch(/^(?!.*(undefined|NaN)).{8,}\.$/)
    }
  }
})

test('U4 a title is shown as French type is set: no sign begins a line alone, and an address stays what it is', () => {
  expect(['Où ?', 'Dire « oui » : comment ; pourquoi !', 'https://a.org :8080', 'no space?'].map(typeset)).toEqual([
    'Où\u00a0?',
    'Dire «\u00a0oui\u00a0»\u00a0: comment\u00a0; pourquoi\u00a0!',
    'https://a.org :8080',
    'no space?',
  ])
})
