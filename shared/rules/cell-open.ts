import type { Slot } from '../board.ts'
import { cellKey } from '../ids.ts'
import type { Facts } from '../refusals.ts'
import { type Attempt, isTeam, nothing, type Place, type Rule } from './rule.ts'

const closedBy = (attempt: Attempt, place: Place, slot: Slot): Facts | null => {
  const { board, context } = attempt
  if (slot.kind === 'common') return { kind: 'common', label: slot.label }
  const use = board.cells.get(cellKey(place.room.id, slot.id))?.use
  if (use === undefined || use.type === 'open') return null
  if (use.type === 'closed') return { kind: 'closed', room: place.room.name }
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
  level: 'block',
  check: (attempt) => {
    const { place, action } = attempt
    // What is there stays, also where its cell was reserved or its slots changed since.
    if (place === null || action !== 'place') return nothing
    if (place.room.kind === 'continuous') return [{ kind: 'continuous', room: place.room.name }]
    for (const slot of place.slots) {
      const facts = closedBy(attempt, place, slot)
      if (facts !== null) return [facts]
    }
    return nothing
  },
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
