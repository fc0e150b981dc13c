/**
 * A UUID of version 7 (RFC 9562, 5.7): the time, then chance. Ids of one time lie side by side in the database's indexes, so
 * that a burst is stored sooner. The time is told to the second only: a device isn't to be known again by its clock.
 * (`crypto.randomUUID` exists only under https and on localhost, and a team may well run its server on plain http.)
 * @param now this device's time, in milliseconds
 */
export const newId = (now = Date.now()): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  const chance = [...bytes].map((byte, place) => {
    const kept = place === 0 ? (byte & 0x0f) | 0x70 : place === 2 ? (byte & 0x3f) | 0x80 : byte
    return kept.toString(16).padStart(2, '0')
  })
  const time = Math.floor(now / 1000) * 1000
  const hex = time.toString(16).padStart(12, '0') + chance.join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
