import type { InLanguages, Language } from './language.ts'
import type { RefusalJson } from './protocol.ts'
import type { Facts, Fault, Finding, Refusal } from './refusals.ts'
import type { Left } from './restore/arrivals.ts'
import { rulesById } from './rules/all.ts'

type Sentence = string | ((facts: Facts) => string)

const french: Readonly<Record<Fault, Sentence>> = {
  'unknown-session': 'Ce sujet n’est plus au tableau.',
  'unknown-room': 'Cette salle n’existe pas, ou plus.',
  'unknown-slot': 'Ce créneau n’existe pas, ou plus.',
  'unknown-collective': 'Ce collectif n’existe pas, ou plus.',
  'unknown-person': 'Cette personne n’est pas inscrite à ce forum.',
  'already-exists': ({ what }) =>
    what === 'offer' ? 'Cette proposition attend déjà une réponse.' : 'Cela existe déjà : prenez un autre nom.',
  'not-placed': 'Ce sujet n’est affiché nulle part pour l’instant.',
  'bad-time': 'Ces heures ne vont pas ensemble : vérifiez le début et la fin.',
  'bad-time-zone': 'Ce fuseau horaire est inconnu : écrivez par exemple Europe/Paris.',
  'empty-text': 'Il manque un titre ou un nom.',
  'too-many': ({ limit }) => `La limite est atteinte (${limit}).`,
  'still-used': 'Des sujets s’y trouvent encore : déplacez-les d’abord.',
  'unknown-offer': 'Cette proposition n’est plus ouverte : elle a pris fin, ou un des deux sujets a bougé.',
  'offer-over': 'Le délai de cette proposition est passé : faites-en une nouvelle.',
  'no-such-offer': 'Cela ne peut pas se proposer entre ces deux sujets tels qu’ils sont affichés.',
  'already-merged': 'Ce sujet est déjà regroupé avec un autre : séparez-les d’abord.',
  'carrier-gone': 'Le sujet avec lequel il était regroupé n’est plus au tableau.',
  'not-merged': 'Ce sujet n’est regroupé avec aucun autre.',
  'has-host': 'Ce sujet a déjà quelqu’un pour le porter.',
  'hosts-decide': 'C’est aux personnes qui portent ce sujet d’en décider : l’équipe d’animation peut le proposer.',
  'hosts-to-share':
    'Choisissez parmi les porteur·euses de ce sujet, et laissez-en au moins une personne à chacun des deux.',
  'nothing-to-undo': 'Il n’y a plus rien à annuler : cela se peut pendant dix minutes, pour votre dernière action.',
  'built-upon': 'D’autres ont agi depuis sur la même chose : ce ne peut plus être annulé.',
  'unknown-moment': 'Ce moment n’est pas dans l’historique.',
  'still-homeless': ({ count }) =>
    `Il reste ${count === 1 ? 'un sujet' : `${count} sujets`} à déplacer, ou à remettre parmi ceux à placer.`,
  'already-so': 'C’est déjà ainsi : il n’y a rien à changer.',
  'fixed-rule': 'Une salle n’accueille qu’un sujet à la fois : cette règle ne se change pas.',
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
  'already-exists': ({ what }) =>
    what === 'offer' ? 'This offer is waiting for an answer already.' : 'This exists already: choose another name.',
  'not-placed': 'This session is not placed anywhere for now.',
  'bad-time': 'These times do not go together: check the start and the end.',
  'bad-time-zone': 'This time zone is unknown: write for example Europe/Paris.',
  'empty-text': 'A title or a name is missing.',
  'too-many': ({ limit }) => `The limit is reached (${limit}).`,
  'still-used': 'Sessions are still there: move them first.',
  'unknown-offer': 'This offer is no longer open: it has ended, or one of the two sessions has moved.',
  'offer-over': 'This offer has run out: make a new one.',
  'no-such-offer': 'This cannot be offered between these two sessions as they are placed.',
  'already-merged': 'This session is merged with another one already: take them apart first.',
  'carrier-gone': 'The session that it was merged with is no longer on the board.',
  'not-merged': 'This session is not merged with another one.',
  'has-host': 'This session has a host already.',
  'hosts-decide': 'This is for those who host the session to decide: the facilitators can propose it.',
  'hosts-to-share': 'Choose among the hosts of this session, and leave at least one to each of the two.',
  'nothing-to-undo': 'There is nothing left to undo: you can for ten minutes, for your last action.',
  'built-upon': 'Others have acted on the same thing since: it can no longer be undone.',
  'unknown-moment': 'This moment is not in the history.',
  'still-homeless': ({ count }) =>
    count === 1 ? 'One session is still to be moved or parked.' : `${count} sessions are still to be moved or parked.`,
  'already-so': 'It is so already: there is nothing to change.',
  'fixed-rule': 'A room holds one session at a time: this rule cannot be changed.',
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

/** Why a session can't go back, in one sentence. */
export const leftSentence = ({ findings, fault }: Left, language: Language): string => {
  const code = findings[0]?.rule ?? fault
  return code === null ? '' : refusalSentence({ code, facts: {}, findings, alternatives: [] }, language)
}

/** Findings as the wire carries them, worded for their reader. */
export const findingsJson = (findings: readonly Finding[], language: Language): RefusalJson['findings'] =>
  findings.map((finding) => ({ ...finding, message: findingSentence(finding, language) }))

/** A refusal as the wire carries it, worded for its reader. */
export const refusalJson = (refusal: Refusal, language: Language): RefusalJson => ({
  code: refusal.code,
  message: refusalSentence(refusal, language),
  findings: findingsJson(refusal.findings, language),
  ...(refusal.holder === undefined ? {} : { holder: refusal.holder }),
  alternatives: refusal.alternatives,
})
