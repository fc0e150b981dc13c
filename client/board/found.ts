import type { Board, Session } from '../../shared/board.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Person } from '../../shared/protocol.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'
import { foldText } from '../../shared/words.ts'
import { type Wanted, wantsSessions } from './wanted.ts'

/** What a search looks at beside the wish. */
export interface Searched {
  readonly board: Board
  readonly stars: ReadonlySet<SessionId>
  readonly people: ReadonlyMap<PersonId, Person>
}

/** Folding two hundred descriptions at each key would be felt on a slow phone; a session's text changes rarely. */
const folded = new WeakMap<Session, string>()

const textOf = (session: Session): string => {
  const kept = folded.get(session)
  if (kept !== undefined) return kept
  const text = foldText([session.title, session.description, ...session.tags].join(' \n '))
  folded.set(session, text)
  return text
}

/** The sessions that a wish asks for: every word of it is in the title, the description, the tags, a name or the room. */
export const sessionsFound = ({ board, stars, people }: Searched, wanted: Wanted): ReadonlySet<SessionId> => {
  if (wanted.free && !wantsSessions(wanted)) return new Set()
  const words = foldText(wanted.text)
    .split(' ')
    .filter((word) => word !== '')
  const tag = foldText(wanted.tag)
  const isFound = (session: Session): boolean => {
    const room = board.rooms.get(board.placements.get(session.id)?.roomId ?? '')
    if (wanted.format !== '' && session.format !== wanted.format) return false
    if (tag !== '' && !session.tags.some((each) => foldText(each) === tag)) return false
    if (wanted.building !== '' && room?.building !== wanted.building) return false
    if (wanted.stars && !stars.has(session.id)) return false
    if (words.length === 0) return true
    const names = hostsOf(board, session).map((id) => people.get(id)?.name ?? '')
    const together = [session, ...insideOf(board, session.id)].map(textOf)
    const around = foldText([...names, room?.name ?? '', nameOf(board, session)].join(' \n '))
    return words.every((word) => together.some((text) => text.includes(word)) || around.includes(word))
  }
  return new Set([...board.sessions.values()].filter(isFound).map(({ id }) => id))
}

const nameOf = (board: Board, { collectiveId }: Session): string =>
  board.collectives.get(collectiveId ?? '')?.name ?? ''

/** How many were found where: on each day, and among what waits for a cell. */
export interface FoundBy {
  readonly days: ReadonlyMap<string, number>
  readonly parked: number
}

export const foundBy = (board: Board, found: ReadonlySet<SessionId>): FoundBy => {
  const days = new Map<string, number>()
  let parked = 0
  for (const id of found) {
    const date = board.slots.get(board.placements.get(id)?.slotIds[0] ?? '')?.date
    if (date === undefined) parked += 1
    else days.set(date, (days.get(date) ?? 0) + 1)
  }
  return { days, parked }
}

/** All tags and buildings that there are to choose from, each once, in the order of the alphabet. */
export const choicesOf = (
  board: Board,
): { readonly tags: readonly string[]; readonly buildings: readonly string[] } => {
  const tags = new Map([...board.sessions.values()].flatMap(({ tags }) => tags).map((tag) => [foldText(tag), tag]))
  const rooms = [...board.rooms.values()].filter(({ kind, building }) => kind !== 'continuous' && building !== '')
  const ordered = (words: Iterable<string>) => [...new Set(words)].sort((a, b) => a.localeCompare(b, 'fr'))
  return { tags: ordered(tags.values()), buildings: ordered(rooms.map(({ building }) => building)) }
}
