import type { InLanguages, Language } from './language.ts'
import type { RefusalJson } from './protocol.ts'
import type { Facts, Fault, Finding, Refusal } from './refusals.ts'
import { rulesById } from './rules/all.ts'

type Sentence = string | ((facts: Facts) => string)

const french: Readonly<Record<Fault, Sentence>> = {
  'unknown-session': 'Ce sujet n’est plus au tableau.',
  'unknown-room': 'Cette salle n’existe pas, ou plus.',
  'unknown-slot': 'Ce créneau n’existe pas, ou plus.',
  'unknown-collective': 'Ce collectif n’existe pas, ou plus.',
  'unknown-person': 'Cette personne n’est pas inscrite à ce forum.',
  'already-exists': 'Cela existe déjà : prenez un autre nom.',
  'not-placed': 'Ce sujet n’est affiché nulle part pour l’instant.',
  'bad-time': 'Ces heures ne vont pas ensemble : vérifiez le début et la fin.',
  'bad-time-zone': 'Ce fuseau horaire est inconnu : écrivez par exemple Europe/Paris.',
  'empty-text': 'Il manque un titre ou un nom.',
  'too-many': ({ limit }) => `La limite est atteinte (${limit}).`,
  'still-used': 'Des sujets s’y trouvent encore : déplacez-les d’abord.',
  'command-id-taken': 'Cette action a déjà été envoyée par quelqu’un d’autre : recommencez.',
  'not-joined': 'Dites d’abord votre nom.',
  'not-saved': 'Le serveur n’a pas pu enregistrer : rien n’a changé, réessayez dans un instant.',
  'read-only': 'Le tableau est en lecture seule pour le moment : rien n’a changé, réessayez bientôt.',
  'too-fast': 'Trop d’actions d’un coup : attendez quelques secondes.',
}

const english: Readonly<Record<Fault, Sentence>> = {
  'unknown-session': 'This session is no longer on the board.',
  'unknown-room': 'This room does not exist, or no longer does.',
  'unknown-slot': 'This slot does not exist, or no longer does.',
  'unknown-collective': 'This collective does not exist, or no longer does.',
  'unknown-person': 'This person has not joined this forum.',
  'already-exists': 'This exists already: choose another name.',
  'not-placed': 'This session is not placed anywhere for now.',
  'bad-time': 'These times do not go together: check the start and the end.',
  'bad-time-zone': 'This time zone is unknown: write for example Europe/Paris.',
  'empty-text': 'A title or a name is missing.',
  'too-many': ({ limit }) => `The limit is reached (${limit}).`,
  'still-used': 'Sessions are still there: move them first.',
  'command-id-taken': 'This action was already sent by somebody else: try again.',
  'not-joined': 'Say your name first.',
  'not-saved': 'The server could not save: nothing changed, try again in a moment.',
  'read-only': 'The board is read-only for now: nothing changed, try again soon.',
  'too-fast': 'Too many actions at once: wait a few seconds.',
}

const faultSentences: InLanguages<Readonly<Record<Fault, Sentence>>> = { fr: french, en: english }

/** What a rule says, in whole words. */
export const findingSentence = (finding: Finding, language: Language): string =>
  rulesById.get(finding.rule)?.sentence[language](finding.facts) ?? finding.rule

const isFault = (code: Refusal['code']): code is Fault => code in french

/** Why nothing happened, in one sentence: the worst finding's, or the fault's. */
export const refusalSentence = (refusal: Refusal, language: Language): string => {
  const worst = refusal.findings[0]
  if (worst !== undefined) return findingSentence(worst, language)
  if (!isFault(refusal.code)) return refusal.code
  const sentence = faultSentences[language][refusal.code]
  return typeof sentence === 'string' ? sentence : sentence(refusal.facts)
}

/** A refusal as the wire carries it, worded for its reader. */
export const refusalJson = (refusal: Refusal, language: Language): RefusalJson => ({
  code: refusal.code,
  message: refusalSentence(refusal, language),
  findings: refusal.findings.map((finding) => ({ ...finding, message: findingSentence(finding, language) })),
  ...(refusal.holder === undefined ? {} : { holder: refusal.holder }),
  alternatives: refusal.alternatives,
})
