import { foldText } from '../words.ts'

/** A need without which somebody cannot come in, or cannot follow. */
export type AccessNeed = 'step-free' | 'hearing-loop'

/** What people write, folded: without case and accents. A lift makes a room step-free. */
const words: Readonly<Record<AccessNeed, RegExp>> = {
  'step-free':
    /\b(?:accessible|accessibilite|plain[ -]?pied|sans (?:marches?|escaliers?)|ascenseurs?|pmr|fauteuils? roulants?|step[ -]?free|wheelchairs?|lifts?|elevators?)\b/,
  'hearing-loop': /\b(?:boucles? (?:magnetiques?|auditives?|a induction)|(?:hearing|induction) loops?)\b/,
}

/** "pas d'ascenseur", "not accessible": a word that says the contrary. */
const contrary = /\b(?:pas|non|aucune?|no|not|without|sans (?:ascenseur|boucle|acces))\b/

/** Which access need a word speaks of, in French or English; null for any other word, and where it says the contrary. */
export const accessNeedOf = (word: string): AccessNeed | null => {
  const folded = foldText(word)
  if (contrary.test(folded)) return null
  if (words['step-free'].test(folded)) return 'step-free'
  return words['hearing-loop'].test(folded) ? 'hearing-loop' : null
}
