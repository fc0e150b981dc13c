import type { SessionId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Look, Seen } from './look.ts'

/** A look with its moment (server time). */
export interface KeptLook {
  readonly at: Instant
  readonly look: Look
}

/** Letters of a title that are kept: of a session that is gone, it is all that is left to name it by. */
const titleLength = 80

/** Id, title, room and slot (or nothing), the session it is inside, locked. */
type Row = readonly [SessionId, string, string, string, string, boolean]

const isRow = (value: unknown): value is Row =>
  Array.isArray(value) &&
  value.length === 6 &&
  value.slice(0, 5).every((each) => typeof each === 'string') &&
  typeof value[5] === 'boolean'

const rowOf = ([id, { title, cell, into, locked }]: readonly [SessionId, Seen]): Row => [
  id,
  [...title].slice(0, titleLength).join(''),
  cell?.roomId ?? '',
  cell?.slotId ?? '',
  into ?? '',
  locked,
]

const seenOf = ([id, title, roomId, slotId, into, locked]: Row): readonly [SessionId, Seen] => [
  id,
  { title, cell: roomId === '' ? null : { roomId, slotId }, into: into === '' ? null : into, locked },
]

/** The look that this device keeps under a name; null where there is none, or none that can be read. */
export const readLook = (storage: Pick<Storage, 'getItem'>, key: string): KeptLook | null => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('rows' in kept)) return null
    const { at, rows } = kept
    if (typeof at !== 'number' || !Array.isArray(rows) || !rows.every(isRow)) return null
    return { at, look: new Map(rows.map(seenOf)) }
  } catch {
    return null
  }
}

/** Keeps a look. Where there is no room left for it, the next page counts from its own beginning. */
export const keepLook = (
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  key: string,
  { at, look }: KeptLook,
): void => {
  try {
    storage.setItem(key, JSON.stringify({ at, rows: [...look].map(rowOf) }))
  } catch {
    storage.removeItem(key)
  }
}
