/** A word that came with an answer, after its sentence. */
const quoted = (word: string): string => (word === '' ? '' : ` « ${word} »`)

/** "de" before a room’s name. */
const de = (name: string): string => (/^[aeiouyàâéèêëîïôûœ]/i.test(name) ? `d’${name}` : `de ${name}`)

export const offers = {
  /** What is offered, by whom. */
  asks: {
    swap: (who: string) => `${who} propose un échange de cases`,
    merge: (who: string) => `${who} propose un regroupement`,
    yield: (who: string) => `${who} vous laisse sa case`,
  },
  asked: {
    swap: (title: string) => `Échange proposé à « ${title} »`,
    merge: (title: string) => `Regroupement proposé à « ${title} »`,
    yield: (title: string) => `Case offerte à « ${title} »`,
  },
  /** Of the team, between two sessions of others. */
  teamAsked: {
    swap: (a: string, b: string) => `Échange proposé entre « ${a} » et « ${b} »`,
    merge: (a: string, b: string) => `Regroupement proposé de « ${a} » et « ${b} »`,
    yield: (a: string, b: string) => `Case de « ${a} » proposée à « ${b} »`,
  },
  region: 'Proposition reçue',
  waiting: 'Propositions en attente de votre réponse',
  sent: 'Vos propositions',
  others: (count: number) => `et ${count} autre${count > 1 ? 's' : ''} dans Mon parcours`,
  move: (title: string, from: string, to: string) => `« ${title} » passe ${de(from)} à ${to}`,
  gets: (title: string, to: string) => `« ${title} » a une case : ${to}`,
  leaves: (title: string, from: string) => `« ${title} » quitte ${from} et attend une case`,
  stays: (title: string, at: string) => `« ${title} » : reste ${at}`,
  inside: (title: string, other: string, at: string) => `« ${title} » se tient avec « ${other} » : ${at}`,
  parked: 'à placer',
  said: (who: string, word: string) => `${who} : « ${word} »`,
  leftMinutes: (minutes: number) => `encore ${minutes} min`,
  leftSeconds: (seconds: number) => `encore ${seconds} s`,
  toAnswer: 'pour répondre',
  accept: 'Accepter',
  decline: 'Décliner',
  talk: 'Parlons-en',
  later: 'Plus tard',
  details: 'Détails',
  word: 'Un mot (facultatif)',
  addWord: 'Ajouter un mot',
  takeBack: 'Retirer la proposition',
  accepted: 'Accord trouvé : c’est fait.',
  agreedSoFar: 'Votre accord est noté. Reste celui de l’autre sujet.',
  declined: 'Vous avez décliné.',
  talked: 'C’est dit : à vous d’en parler.',
  takenBack: 'La proposition est retirée.',
  made: 'La proposition est envoyée.',
  done: 'C’est fait.',
  talkedAlready: (word: string) => `Vous avez répondu : parlons-en.${quoted(word)}`,
  agreedSide: (title: string) => `Accord déjà donné pour « ${title} ».`,
  theyTalk: (word: string) => `Réponse : parlons-en.${quoted(word)}`,
  /** Said to who made an offer. */
  ended: {
    declined: (who: string, title: string, word: string) => `${who} décline pour « ${title} ».${quoted(word)}`,
    /** Where it was heard as it happened, only with a word: what was accepted shows in what moved. */
    accepted: (who: string, title: string, word: string) => `${who} accepte pour « ${title} ».${quoted(word)}`,
    agreed: (who: string, title: string, word: string) =>
      `${who} est d’accord pour « ${title} » ; reste l’autre sujet.${quoted(word)}`,
    talked: (who: string, title: string, word: string) => `${who}, pour « ${title} » : parlons-en.${quoted(word)}`,
    moved: (title: string) => `La proposition à « ${title} » est close : un des deux sujets a bougé.`,
    closed: (title: string) => `La proposition à « ${title} » est close.`,
    expired: (title: string) => `Sans réponse à temps, la proposition à « ${title} » est close.`,
    /** Somebody had answered, but not all had agreed. */
    unagreed: (title: string) => `Sans accord à temps, la proposition à « ${title} » est close.`,
    /** What was answered first, after how it ended. */
    first: {
      talked: (who: string, word: string) => `${who} : parlons-en.${quoted(word)}`,
      agreed: (who: string, word: string) => `${who} était d’accord.${quoted(word)}`,
    },
  },
  understood: 'Compris',
  /** Of offers that ended while one was away. */
  answers: (count: number) => `${count} de vos propositions sont closes ou ont une réponse`,
  answered: 'Vos propositions closes ou avec une réponse',
  see: 'Voir',
  heard: (what: string) => `${what}. Répondre en haut de la page.`,
  someone: 'L’équipe d’animation',
  form: {
    open: 'Échanger, regrouper, laisser la case…',
    /** Of a session without a place, which has none to give. */
    openMerge: 'Regrouper…',
    title: 'Proposer à un autre sujet',
    help: 'L’autre personne accepte ou décline sur son téléphone ; rien ne bouge avant.',
    kind: 'Quoi ?',
    kinds: { swap: 'Échanger nos cases', merge: 'Regrouper : le mien rejoint l’autre', yield: 'Laisser ma case' },
    teamKinds: { swap: 'Échanger les cases', merge: 'Regrouper : celui-ci rejoint l’autre', yield: 'Laisser sa case' },
    search: 'Chercher un sujet ou une personne',
    which: 'À quel sujet ?',
    none: 'Aucun sujet ne correspond.',
    more: (count: number) => `Encore ${count} : précisez la recherche.`,
    choose: 'Choisissez un sujet.',
    submit: 'Proposer',
  },
}

export type OffersWords = typeof offers
