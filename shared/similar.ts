import type { Session } from './board.ts'
import type { SessionId } from './ids.ts'
import { foldText } from './words.ts'

/** Words that say nothing of a subject, folded; French and English together, since titles mix them. */
const stopWords: ReadonlySet<string> = new Set(
  `ai alors apres au aucun aussi autre autres aux avant avec avoir bien ca car ce cela ces cet cette ceux chaque chez
   comme comment contre dans de deja depuis des donc dont du elle elles en encore entre est et etre eux faire fait faut
   font il ils je la le les leur leurs lors lui ma mais me meme mes moi moins mon ne ni nos notre nous on ont ou oui par
   parce pas pendant peu peut peuvent plus pour pourquoi pouvons qu quand que quel quelle quelles quels qui quoi sa sans
   se sera ses si soi son sont sous sur ta te tes toi ton toujours tous tout toute toutes tres trop tu un une vers voici
   vos votre vous vraiment sujet atelier
   about after all also an and any are as at be because been before but by can could do does for from get had has have
   her here him his how i if in into is it its just let like make many may me more most much my no not of on one or other
   our out over own she should so some such than that the their them then there these they this those to too under up
   us use very was we were what when where which who why will with without would you your session workshop`.split(
    /\s+/,
  ),
)

/** Endings that only inflect, without a plural's s, longest first; one is cut off where four letters of the word remain. */
const endings = `issement ation ateur atrice euse ement ment eur iste isme able ive ant ing ion on ee ie er ez ir ed es
  e`.split(/\s+/)

/**
 * What a word is counted as: "réparer", "réparons" and "réparation" fall together, "vélos" is "velo". Light on purpose: a
 * wrong neighbour costs a glance, a missing one costs a meeting.
 * @param word folded
 */
const stemOf = (word: string): string => {
  const single = word.endsWith('eaux') ? word.slice(0, -1) : word.endsWith('aux') ? `${word.slice(0, -3)}al` : word
  const short = single.length > 3 ? single.replace(/[sx]$/, '') : single
  const ending = endings.find((end) => short.endsWith(end) && short.length - end.length >= 4)
  return ending === undefined ? short : short.slice(0, -ending.length)
}

/** The stems of a text, each once, in order of appearance. */
export const stemsOf = (text: string): readonly string[] => {
  const words = foldText(text).split(/[^\p{L}\p{N}]+/u)
  return [...new Set(words.filter((word) => word.length > 1 && !stopWords.has(word)).map(stemOf))]
}

/**
 * A session that a text is near to, and the stems that they share. One that is held inside another is named by that one,
 * where people will find it.
 */
export interface Similar {
  readonly session: Session
  readonly shared: readonly string[]
}

/** The sessions of a board, ready to be compared with what somebody types. */
export interface SimilarIndex {
  /** The nearest first; none where nothing that matters is shared. */
  near(text: string, limit: number): readonly Similar[]
}

/** A word of the title tells more of a session than one of its description. */
const weights = { title: 3, tags: 2, description: 1 } as const

/** At least this part of what the text says, by weight, must be found in a session for it to be called near. */
const leastShare = 0.2

/** From so many sessions on, a word that more than half of them have tells nothing: it is what the whole forum is about. */
const fewestToTell = 5

/** A session never changes in place, so what was read of it holds: in a busy market only the new ones are read. */
const readings = new WeakMap<Session, ReadonlyMap<string, number>>()

const weighted = (session: Session): ReadonlyMap<string, number> => {
  const known = readings.get(session)
  if (known !== undefined) return known
  const { title, tags, description } = session
  const found = new Map<string, number>()
  for (const stem of stemsOf(description)) found.set(stem, weights.description)
  for (const stem of stemsOf(tags.join(' '))) found.set(stem, weights.tags)
  for (const stem of stemsOf(title)) found.set(stem, weights.title)
  readings.set(session, found)
  return found
}

/** A text's stem as a session has it: the same one, or, for a word still being typed, one that it begins. */
const partner = (stems: ReadonlyMap<string, number>, stem: string, isLast: boolean): string | null => {
  if (stems.has(stem)) return stem
  if (!isLast || stem.length < 4) return null
  return [...stems.keys()].find((other) => other.startsWith(stem)) ?? null
}

/** Each session once, where it was found first. */
const onceEach = (found: readonly Similar[]): readonly Similar[] => {
  const seen = new Map<SessionId, Similar>()
  for (const similar of found) if (!seen.has(similar.session.id)) seen.set(similar.session.id, similar)
  return [...seen.values()]
}

/**
 * Reads the sessions once, so that each keystroke only compares. Rare words weigh more than common ones (inverse document
 * frequency); of two that are as near, the one with the earlier title in the alphabet comes first, never the earlier made.
 * @param but sessions to leave out, such as the one that is being edited
 */
export const similarIndex = (sessions: Iterable<Session>, but: ReadonlySet<SessionId> = new Set()): SimilarIndex => {
  const all = new Map([...sessions].map((session) => [session.id, session]))
  const carrier = (session: Session): Session => all.get(session.merged?.intoId ?? '') ?? session
  const read = [...all.values()]
    .filter((session) => !but.has(session.id) && !but.has(carrier(session).id))
    .map((session) => ({ session, stems: weighted(session) }))
  const holders = new Map<string, number>()
  for (const { stems } of read) for (const stem of stems.keys()) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  const rarity = (stem: string): number => {
    const held = holders.get(stem) ?? 1
    return read.length >= fewestToTell && 2 * held > read.length ? 0 : Math.log(1 + read.length / held)
  }
  return {
    near: (text, limit) => {
      const wanted = stemsOf(text)
      const whole = wanted.reduce((sum, stem) => sum + rarity(stem), 0)
      const found = read
        .map(({ session, stems }) => {
          const pairs = wanted
            .flatMap((stem, n) => partner(stems, stem, n === wanted.length - 1) ?? [])
            .filter((stem) => rarity(stem) > 0)
          const found = pairs.reduce((sum, stem) => sum + rarity(stem), 0)
          const score = pairs.reduce((sum, stem) => sum + rarity(stem) * (stems.get(stem) ?? 0), 0)
          return { session, shared: pairs, score, isNear: found > 0 && found >= leastShare * whole }
        })
        .filter(({ isNear }) => isNear)
        .sort((a, b) => b.score - a.score || a.session.title.localeCompare(b.session.title, 'fr'))
        .map(({ session, shared }) => ({ session: carrier(session), shared }))
      return onceEach(found).slice(0, limit)
    },
  }
}
