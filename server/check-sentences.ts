import type { InLanguages, Language } from '../shared/language.ts'

interface Fault {
  readonly path: string
  readonly keyword: string
  readonly limit: string
}

type Sentence = (limit: string) => string

const french: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  ['required', () => 'ce champ manque.'],
  ['boolean', () => 'ce champ est inconnu ici.'],
  ['additionalProperties', () => 'ce champ est inconnu ici.'],
  ['unknown-type', () => 'ce type est inconnu.'],
  ['json', () => 'ce n’est pas du JSON.'],
  ['type', (limit) => `attendu : ${limit}.`],
  ['pattern', () => 'cette valeur n’a pas la forme attendue.'],
  ['enum', (limit) => `attendu : ${limit}.`],
  ['const', () => 'cette valeur n’est pas celle attendue.'],
  ['minLength', (limit) => `trop court (au moins ${limit}).`],
  ['maxLength', (limit) => `trop long (au plus ${limit}).`],
  ['minimum', (limit) => `trop petit (au moins ${limit}).`],
  ['maximum', (limit) => `trop grand (au plus ${limit}).`],
  ['minItems', (limit) => `trop peu d’éléments (au moins ${limit}).`],
  ['maxItems', (limit) => `trop d’éléments (au plus ${limit}).`],
  ['uniqueItems', () => 'un élément s’y trouve deux fois.'],
  ['taken', () => 'cette valeur est déjà prise.'],
  ['calendar', () => 'ce jour n’est pas au calendrier.'],
  ['later', (limit) => `attendu : une heure après ${limit}.`],
  ['shows-nothing', () => 'rien ne se voit dans ce texte : écrivez au moins une lettre.'],
])

const english: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  ['required', () => 'this field is missing.'],
  ['boolean', () => 'this field is unknown here.'],
  ['additionalProperties', () => 'this field is unknown here.'],
  ['unknown-type', () => 'this type is unknown.'],
  ['json', () => 'this is not JSON.'],
  ['type', (limit) => `expected: ${limit}.`],
  ['pattern', () => 'this value does not have the expected form.'],
  ['enum', (limit) => `expected: ${limit}.`],
  ['const', () => 'this value is not the expected one.'],
  ['minLength', (limit) => `too short (at least ${limit}).`],
  ['maxLength', (limit) => `too long (at most ${limit}).`],
  ['minimum', (limit) => `too small (at least ${limit}).`],
  ['maximum', (limit) => `too large (at most ${limit}).`],
  ['minItems', (limit) => `too few items (at least ${limit}).`],
  ['maxItems', (limit) => `too many items (at most ${limit}).`],
  ['uniqueItems', () => 'an item is there twice.'],
  ['taken', () => 'this value is taken.'],
  ['calendar', () => 'this day is not in the calendar.'],
  ['later', (limit) => `expected: a time later than ${limit}.`],
  ['shows-nothing', () => 'nothing of this text can be seen: write at least one letter.'],
])

const sentences: InLanguages<ReadonlyMap<string, Sentence>> = { fr: french, en: english }
const otherwise: InLanguages<string> = { fr: 'cette valeur ne convient pas.', en: 'this value does not fit.' }

/** What is wrong with a value that came from outside, and where. */
export const faultSentence = ({ path, keyword, limit }: Fault, language: Language): string => {
  const sentence = sentences[language].get(keyword)?.(limit) ?? otherwise[language]
  if (path === '') return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
  return language === 'fr' ? `${path} : ${sentence}` : `${path}: ${sentence}`
}
