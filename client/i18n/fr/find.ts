import { frenchPlural as plural } from '../plural.ts'

export const find = {
  label: 'Chercher sur le tableau',
  text: 'Mots du titre, nom, salle…',
  filters: 'Filtres',
  format: 'Format',
  tag: 'Mot-clé',
  building: 'Bâtiment',
  all: 'tous',
  free: 'Cases libres',
  stars: 'Mes étoiles',
  found: (count: number) => plural(count, `${count} sujet`, `${count} sujets`),
  freeCells: (count: number) => plural(count, `${count} case libre ce jour`, `${count} cases libres ce jour`),
  none: 'Aucun sujet ne correspond.',
  parked: (count: number) => `à placer : ${count}`,
  onDay: (day: string, count: number) => `${day} : ${count}`,
  clear: 'Tout effacer',
  close: 'Fermer la recherche',
}

export type FindWords = typeof find
