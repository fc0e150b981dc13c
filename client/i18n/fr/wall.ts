import { frenchPlural as plural } from '../plural.ts'

export const wall = {
  title: (forum: string) => `Mur – ${forum}`,
  tenses: { now: 'Maintenant', next: 'Ensuite', later: 'Plus tard', over: 'Terminé' },
  part: (number: number, of: number) => `partie ${number}/${of}`,
  free: (rooms: string) => `Libre : ${rooms}`,
  allFree: 'Toutes les salles sont libres',
  allDay: (rooms: string) => `Ouvert toute la journée : ${rooms}`,
  until: (time: string) => `jusqu’à ${time}`,
  noFrame: 'Le cadre n’est pas encore posé.',
  dayOver: 'La journée est terminée.',
  nextRound: 'Prochain tour',
  inMinutes: (minutes: number) => `dans ${minutes} min`,
  inSeconds: (seconds: number) => `dans ${seconds} s`,
  at: (time: string) => `à ${time}`,
  freeCells: (count: number) => plural(count, `${count} case libre`, `${count} cases libres`),
  join: 'Rejoindre',
  joinQr: (address: string) => `Code à scanner pour rejoindre : ${address}`,
  page: (number: number, of: number) => `Page ${number} sur ${of}`,
  paused: 'en pause',
  offline: (time: string) => `Hors ligne : à jour à ${time}`,
  keysHint: '? : touches',
  keys: {
    title: 'Touches du mur',
    pause: 'Mettre en pause, reprendre',
    pauseKey: 'Espace',
    turn: 'Page précédente, page suivante',
    first: 'Première page',
    firstKey: 'Début',
    full: 'Plein écran',
    help: 'Cette aide',
  },
}

export type WallWords = typeof wall
