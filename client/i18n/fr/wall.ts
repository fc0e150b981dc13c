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
  kept: (count: number, time: string) =>
    plural(count, `${count} gardée jusqu’à ${time}`, `${count} gardées jusqu’à ${time}`),
  seeking: (titles: readonly string[], more: number) =>
    `Quelqu’un pour porter ${titles.map((title) => `« ${title} »`).join(', ')}${more > 0 ? `, et ${more} de plus` : ''} ?`,
  join: 'Rejoindre',
  joinQr: (address: string) => `Code à scanner pour rejoindre : ${address}`,
  page: (number: number, of: number) => `Page ${number} sur ${of}`,
  paused: 'en pause',
  offline: (time: string) => `Hors ligne : à jour à ${time}`,
  shortened: 'La suite de la journée est sur le tableau.',
  said: {
    every: (seconds: number) => `${seconds} s par page`,
    theme: { auto: 'comme l’appareil', light: 'clair', dark: 'sombre' },
    show: { auto: 'au mieux', now: 'maintenant, ensuite', day: 'toute la journée' },
    today: 'le jour même',
  },
  keysHint: '? : touches',
  keys: {
    title: 'Touches du mur',
    pause: 'Mettre en pause, reprendre',
    pauseKey: 'Espace',
    turn: 'Page précédente, page suivante',
    turnKey: 'Flèches',
    first: 'Première page',
    every: 'Chaque page reste plus, ou moins, longtemps',
    show: 'Maintenant et ensuite seulement, toute la journée, au mieux',
    day: 'Un autre jour',
    dayKey: 'J',
    theme: 'Clair, sombre, comme l’appareil',
    note: 'L’adresse garde ces choix : un mur rouvert est le même mur.',
    firstKey: 'Début',
    full: 'Plein écran',
    help: 'Cette aide',
  },
}

export type WallWords = typeof wall
