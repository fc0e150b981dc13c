import { frenchPlural as plural } from '../plural.ts'

/** Cells chosen in the grid, and what they are for. */
export const deskCells = {
  help: 'Choisissez des cases, puis une action. Touchez le nom d’une salle ou une heure pour prendre toute la colonne ou toute la ligne.',
  keys: 'À la souris, un balayage en prend plusieurs ; au clavier, Espace, Maj et flèches.',
  chosen: (count: number) => plural(count, `${count} case choisie`, `${count} cases choisies`),
  none: 'Aucune case choisie',
  open: 'Ouvrir',
  close: 'Fermer',
  reserveFor: 'Réserver pour',
  reserve: 'Réserver',
  team: 'l’équipe',
  clear: 'Tout désélectionner',
  done: (count: number) => plural(count, 'Une case changée.', `${count} cases changées.`),
  states: { open: 'libre', closed: 'fermée' },
  cell: (room: string, time: string, state: string) => `${room}, ${time} : ${state}`,
  row: (time: string) => `Toute la ligne ${time}`,
  column: (room: string) => `Toute la colonne ${room}`,
  empty: 'Il faut d’abord des salles et des créneaux.',
}

export type DeskCellsWords = typeof deskCells
