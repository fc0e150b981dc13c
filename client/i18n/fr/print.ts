import { frenchPlural as plural } from '../plural.ts'
import { room } from './room.ts'

export const print = {
  title: 'Imprimer',
  pageTitle: (forum: string) => `Imprimer – ${forum}`,
  back: 'Retour à la régie',
  what: 'Quoi',
  kinds: {
    poster: 'Affiche pour rejoindre',
    doors: 'Feuilles des portes',
    grid: 'Grille d’un jour',
    cards: 'Cartes des sujets',
  },
  paper: 'Papier',
  day: 'Jour',
  noDay: 'sans programme',
  onlyParked: 'Seulement les sujets à placer',
  print: 'Imprimer',
  preview: 'Les feuilles, comme elles sortiront',
  code: (address: string) => `Code à scanner : ${address}`,
  noRooms: 'Pas encore de salle : les feuilles des portes viennent avec elles.',
  noGrid: 'Pas encore de grille ce jour-là : il lui faut une salle et un créneau.',
  noCards: 'Aucun sujet à mettre sur une carte.',
  floor: room.floor,
  seats: (count: number) => plural(count, `${count} place`, `${count} places`),
  allDay: room.allDay,
  allDayIn: (rooms: string) => `${room.allDay} : ${rooms}`,
  door: 'Ce qui change est sur cette page, à jour dans la seconde.',
  free: 'libre',
  closed: 'fermée',
  poster: {
    call: 'Proposez un sujet, posez-le sur la grille, composez votre parcours.',
    how: 'Scannez le code, ou tapez l’adresse. Sans compte.',
  },
}

export type PrintWords = typeof print
