import type { CellUse } from '../../shared/board.ts'
import type { BoardEvent, Entry } from '../../shared/events.ts'
import type { CellRef, RoomId, SlotId } from '../../shared/ids.ts'
import type { Instant, LocalDate } from '../../shared/time.ts'
import { unreachable } from '../../shared/unreachable.ts'
import { typeset } from '../../shared/words.ts'
import type { DeskLogWords } from '../i18n/fr/desk-log.ts'
import type { EntryNames } from './entry-names.ts'

/** How hours and days are written for the reader. */
export interface Writing {
  /** "mercredi 3 juillet à 11:00". */
  moment(at: Instant): string
  /** "mercredi 3 juillet". */
  day(date: LocalDate): string
}

/** Of a session that leaves one place for another in one entry only the arrival is told. */
const isTold = ({ events }: Entry, event: BoardEvent): boolean =>
  event.type !== 'session-released' ||
  !events.some((other) => other.type === 'session-placed' && other.sessionId === event.sessionId)

/** What an entry did, one sentence per event, to stand after the name of who did it. */
export const entrySentences = (
  entry: Entry,
  names: EntryNames,
  words: DeskLogWords,
  writing: Writing,
): readonly string[] =>
  entry.events
    .filter((event) => isTold(entry, event))
    .map((event) => eventSentence(event, entry.at, names, words, writing))

const eventSentence = (
  event: BoardEvent,
  at: Instant,
  names: EntryNames,
  { events: t, unnamed, doorNames, rules, levels }: DeskLogWords,
  writing: Writing,
): string => {
  const session = (id: string): string => typeset(names.sessions.get(id) ?? unnamed)
  const room = (id: RoomId): string => names.rooms.get(id) ?? t.gone
  const collective = (id: string): string => names.collectives.get(id) ?? t.gone
  const slot = (id: SlotId | undefined): string => {
    const found = id === undefined ? undefined : names.slots.get(id)
    return found === undefined ? t.gone : slotText(found.start, found.label)
  }
  const slotText = (start: Instant, label: string): string => [writing.moment(start), label].filter(Boolean).join(' · ')
  const cells = (list: readonly CellRef[]): string => {
    const [only] = list
    if (list.length !== 1 || only === undefined) return t.manyCells(list.length)
    return t.oneCell(room(only.roomId), slot(only.slotId))
  }
  const cellsSet = (list: readonly CellRef[], use: CellUse): string => {
    if (use.type === 'open') return t.cellsOpened(cells(list))
    if (use.type === 'closed') return t.cellsClosed(cells(list))
    return t.cellsReserved(cells(list), use.collectiveId === null ? t.team : collective(use.collectiveId))
  }
  // Every phone was sent it with the event: it is no more the team's than anybody's.
  const withWord = (said: string, word = ''): string => (word === '' ? said : t.withWord(said, typeset(word)))
  switch (event.type) {
    case 'session-proposed':
      return t.proposed(typeset(event.session.title))
    case 'session-edited':
      return event.changes.title === undefined
        ? t.edited(session(event.sessionId))
        : t.retitled(typeset(event.changes.title))
    case 'session-withdrawn':
      return t.withdrawn(session(event.sessionId))
    case 'session-restored':
      return t.restored(typeset(event.session.title))
    case 'session-merged':
      return t.merged(session(event.sessionId), session(event.merged.intoId))
    case 'session-unmerged':
      return t.unmerged(session(event.sessionId))
    case 'session-placed':
      return t.placed(session(event.sessionId), room(event.roomId), slot(event.slotIds[0]))
    case 'session-released':
      return t.released(session(event.sessionId))
    case 'session-locked':
      return t.locked(session(event.sessionId))
    case 'session-unlocked':
      return t.unlocked(session(event.sessionId))
    case 'offer-made': {
      const { kind, fromId, toId, word } = event.offer
      return withWord(t.offered[kind](session(fromId), session(toId)), word)
    }
    case 'offer-agreed':
      return withWord(t.offerAgreed, event.word)
    case 'offer-talked':
      return withWord(t.offerTalked, event.word)
    case 'offer-ended':
      return withWord(t.offerEnded[event.how], event.word)
    case 'rule-set':
      return t.ruleSet(rules[event.rule].name, levels[event.level])
    case 'figures-set':
      return t.figuresSet
    case 'forum-framed':
      return t.framed
    case 'room-added':
      return t.roomAdded(event.room.name)
    case 'room-edited':
      return t.roomEdited(room(event.roomId))
    case 'room-removed':
      return t.roomRemoved(room(event.roomId))
    case 'rooms-ordered':
      return t.roomsOrdered
    case 'slot-added':
      return t.slotAdded(slotText(event.slot.start, event.slot.label))
    case 'slot-edited':
      return t.slotEdited(slot(event.slotId))
    case 'slot-removed':
      return t.slotRemoved(slot(event.slotId))
    case 'day-labelled':
      return event.label === ''
        ? t.dayUnlabelled(writing.day(event.date))
        : t.dayLabelled(writing.day(event.date), event.label)
    case 'cells-set':
      return cellsSet(event.cells, event.use)
    case 'collective-added':
      return t.collectiveAdded(event.collective.name)
    case 'collective-edited':
      return t.collectiveEdited(collective(event.collectiveId))
    case 'collective-removed':
      return t.collectiveRemoved(collective(event.collectiveId))
    case 'door-set': {
      const { opensAt, closesAt } = event.state
      const door = doorNames[event.door]
      if (opensAt === null || (closesAt !== null && closesAt <= at)) return t.doorClosed(door)
      if (opensAt <= at && closesAt === null) return t.doorOpened(door)
      const hours = [opensAt, ...(closesAt === null ? [] : [closesAt])].map(writing.moment)
      return t.doorPlanned(door, hours.join(' – '))
    }
    default:
      return unreachable(event)
  }
}
