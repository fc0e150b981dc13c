import type { InLanguages, Language } from '../../shared/language.ts'
import type { ErrorCode } from './http-error.ts'

const french: Readonly<Record<ErrorCode, string>> = {
  malformed: 'Cette demande n’a pas la forme attendue.',
  'not-json': 'Cette adresse n’accepte que du JSON (Content-Type: application/json).',
  'too-large': 'Cette demande est trop volumineuse.',
  'not-joined': 'Dites d’abord votre nom.',
  'facilitators-only': 'C’est réservé à l’équipe d’animation.',
  'hosts-only': 'C’est réservé aux personnes qui portent ce sujet et à l’équipe d’animation.',
  'wrong-secret': 'Ce lien n’est pas valable, ou ne l’est plus.',
  'foreign-origin': 'Cette demande vient d’un autre site : elle n’est pas acceptée.',
  'unknown-forum': 'Aucun forum à cette adresse.',
  'unknown-room': 'Cette salle n’existe pas, ou plus.',
  'unknown-session': 'Ce sujet n’est plus au tableau.',
  'unknown-moment': 'Ce moment n’est pas dans l’historique.',
  'unknown-person': 'Cette personne n’est pas inscrite à ce forum.',
  'unknown-route': 'Rien à cette adresse.',
  'no-example': 'L’exemple n’est plus proposé ici : un vrai forum a été créé.',
  'no-client': 'L’interface n’est pas encore construite : lancez « npm run build ».',
  'too-fast': 'Trop de demandes d’un coup : attendez un instant.',
  'not-saved': 'Le serveur n’a pas pu enregistrer : rien n’a changé, réessayez dans un instant.',
  internal: 'Le serveur a rencontré une erreur. Elle est notée dans son journal.',
}

const english: Readonly<Record<ErrorCode, string>> = {
  malformed: 'This request does not have the expected form.',
  'not-json': 'This address accepts JSON only (Content-Type: application/json).',
  'too-large': 'This request is too large.',
  'not-joined': 'Say your name first.',
  'facilitators-only': 'This is for the facilitators.',
  'hosts-only': 'This is for those who host this session, and for the facilitators.',
  'wrong-secret': 'This link is not valid, or no longer is.',
  'foreign-origin': 'This request comes from another site: it is not accepted.',
  'unknown-forum': 'There is no forum at this address.',
  'unknown-room': 'This room does not exist, or no longer does.',
  'unknown-session': 'This session is no longer on the board.',
  'unknown-moment': 'This moment is not in the history.',
  'unknown-person': 'This person has not joined this forum.',
  'unknown-route': 'There is nothing at this address.',
  'no-example': 'The example is no longer offered here: a real forum was created.',
  'no-client': 'The interface is not built yet: run "npm run build".',
  'too-fast': 'Too many requests at once: wait a moment.',
  'not-saved': 'The server could not save: nothing changed, try again in a moment.',
  internal: 'The server met an error. It is noted in its log.',
}

const sentences: InLanguages<Readonly<Record<ErrorCode, string>>> = { fr: french, en: english }

export const errorSentence = (code: ErrorCode, language: Language): string => sentences[language][code]
