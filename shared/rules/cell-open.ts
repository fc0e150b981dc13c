import type { Slot } from '../board.ts'
import { type CollectiveId, cellKey } from '../ids.ts'
import type { Facts } from '../refusals.ts'
import { hostsOf } from '../together.ts'
import { type Attempt, asksPlace, isTeam, nothing, type Place, type Rule } from './rule.ts'

/** A session stands well in a cell of its collective, or of a collective that one of its hosts is of; the team knows its own. */
const keptForOthers = ({ board, session }: Attempt, collectiveId: CollectiveId | null): Facts | null => {
  if (collectiveId === null || session === null || session.collectiveId === collectiveId) return null
  const collective = board.collectives.get(collectiveId)
  const isTheirs = hostsOf(board, session).some((host) => collective?.people.includes(host) === true)
  return isTheirs ? null : { kind: 'reserved', name: collective?.name ?? '' }
}

const closedBy = (attempt: Attempt, place: Place, slot: Slot): Facts | null => {
  const { board, context } = attempt
  if (slot.kind === 'common') return { kind: 'common', label: slot.label }
  const use = board.cells.size === 0 ? undefined : board.cells.get(cellKey(place.room.id, slot.id))?.use
  if (use === undefined || use.type === 'open') return null
  if (use.type === 'closed') return { kind: 'closed', room: place.room.name }
  if (attempt.action === 'stand') return keptForOthers(attempt, use.collectiveId)
  if (isTeam(attempt)) return null
  if (use.collectiveId === null) return { kind: 'team' }
  const collective = board.collectives.get(use.collectiveId)
  return collective?.people.includes(context.actor.personId) === true
    ? null
    : { kind: 'reserved', name: collective?.name ?? '' }
}

/** B3: a cell is claimed where it is open, or reserved for those who claim it; never closed, never a common moment. */
export const cellOpen: Rule = {
  id: 'cell-open',
  number: 'B3',
  check: (attempt) => {
    const { place } = attempt
    if (place === null || !asksPlace(attempt)) return nothing
    if (place.room.kind === 'continuous') return [{ kind: 'continuous', room: place.room.name }]
    for (const slot of place.slots) {
      const facts = closedBy(attempt, place, slot)
      if (facts !== null) return [facts]
    }
    return nothing
  },
  // A common moment is for all, and a continuous space has no cells: no level makes one there.
  isFixed: ({ kind }) => kind === 'common' || kind === 'continuous',
  sentence: {
    fr: ({ kind, label, room, name }) => {
      if (kind === 'common')
        return `C’est un moment commun${label === '' ? '' : ` (${label})`} : aucun sujet ne s’y pose.`
      if (kind === 'continuous')
        return `${room} est ouvert toute la journée, sans créneaux : allez-y quand vous voulez.`
      if (kind === 'reserved') return `Cette case est réservée : ${name}.`
      if (kind === 'team') return 'Cette case est réservée à l’équipe d’animation.'
      return `${room} est fermée à cette heure.`
    },
    en: ({ kind, label, room, name }) => {
      if (kind === 'common')
        return `This is a common moment${label === '' ? '' : ` (${label})`}: no session is held then.`
      if (kind === 'continuous') return `${room} is open all day and has no slots: go whenever you like.`
      if (kind === 'reserved') return `This cell is reserved: ${name}.`
      if (kind === 'team') return 'This cell is reserved for the facilitators.'
      return `${room} is closed at that time.`
    },
  },
}
