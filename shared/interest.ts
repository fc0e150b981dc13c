/** How many people a session interests, as it is said: nobody is counted out loud, and few are never singled out. */
export type Interest = 'none' | 'few' | 'some' | 'many'

/** Below this many people no figure is shown or told apart: who starred would be easy to guess. */
export const smallestCount = 3

/**
 * Interest as a word, seen against what the other sessions of the forum get: `many` from one and a half times the mean of
 * those that somebody starred, `few` below half of it or below `smallestCount`. A forum of 400 and one of 40 then use the
 * same three words.
 * @param count people interested in this session
 * @param counts those of all sessions of the forum
 */
export const interestOf = (count: number, counts: Iterable<number>): Interest => {
  if (count <= 0) return 'none'
  if (count < smallestCount) return 'few'
  const starred = [...counts].filter((each) => each > 0)
  const mean = starred.reduce((sum, each) => sum + each, 0) / Math.max(1, starred.length)
  if (count >= 1.5 * mean) return 'many'
  return count < mean / 2 ? 'few' : 'some'
}
