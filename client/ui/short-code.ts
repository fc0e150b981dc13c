import type { SessionId } from '../../shared/ids.ts'

/** Crockford's: no letter that a hand writes like a figure. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 5

/**
 * The short code on a session's paper card, such as "7K3QF": made from its id alone, so that a card printed weeks ago is
 * still right. 33 million codes: two of 200 sessions have the same one in less than one forum of a thousand, and then the
 * desk shows both.
 */
export const shortCode = (id: SessionId): string => {
  // FNV-1a, 32 bits, with a last stir: ids made in the same moment differ in a few letters only.
  let hash = 0x811c9dc5
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash ^= hash >>> 12
  return Array.from({ length: LENGTH }, (_, n) => alphabet[(hash >>> (n * 5)) & 31]).join('')
}

/** Whether somebody typed this code, as hands type: in small letters, with O for 0 and I or L for 1. */
export const isShortCode = (typed: string, id: SessionId): boolean => {
  const read = typed.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return read === shortCode(id)
}
