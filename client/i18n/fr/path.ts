import { frenchPlural as plural } from '../plural.ts'

export const path = {
  title: 'Mon parcours',
  empty: 'Votre parcours est encore blanc.',
  emptyHelp: 'Marquez d’une étoile ce qui vous intéresse, ou proposez un sujet : votre journée se dessine ici.',
  toBoard: 'Voir le tableau',
  hosted: 'Ce que je porte',
  mine: 'je porte',
  starred: 'ça m’intéresse',
  place: 'Poser',
  today: (day: string) => `Aujourd’hui, ${day}`,
  pastDays: 'Jours passés',
  noneThatDay: 'Rien encore ce jour-là.',
  thatDay: 'Voir ce jour',
  now: 'en cours',
  clash: (count: number) => (count === 2 ? 'Deux choses en même temps' : `${count} choses en même temps`),
  clashHelp: 'Suivez vos pieds : on peut aussi passer de l’une à l’autre.',
  or: 'ou',
  gap: 'Rien de prévu.',
  suggestions: 'À cette heure-là :',
  noSuggestions: 'Rien n’y est encore affiché.',
  more: (count: number) => plural(count, `${count} autre sur le tableau`, `${count} autres sur le tableau`),
  common: 'moment commun',
  parked: 'Sans case pour le moment',
}

export type PathWords = typeof path
