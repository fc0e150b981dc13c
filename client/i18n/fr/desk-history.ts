import { frenchPlural as plural } from '../plural.ts'

/** The wall at any moment, what changed between two, and putting things back. */
export const deskHistory = {
  help: 'Faites glisser pour revoir le mur à une autre heure ; les flèches vont d’une action à l’autre. Rien ne s’efface : remettre quelque chose est une action de plus, qui s’annule comme les autres.',
  moment: 'Moment',
  compared: 'Comparé à',
  now: 'maintenant',
  earlier: 'Action d’avant',
  later: 'Action d’après',
  /** When, then who did what: "vendredi 14:32 · Ana pose…". */
  at: (when: string, what: string) => `${when} · ${what}`,
  /** Where the last thing was done earlier than the moment. */
  since: (when: string, time: string, what: string) => `${when} · dernière action (${time}) : ${what}`,
  dayOf: (label: string) => `${label} : jour`,
  andMore: (what: string, count: number) =>
    plural(count, `${what} et une autre chose`, `${what} et ${count} autres choses`),
  reading: '…',
  failed: 'L’historique n’a pas pu être lu. Rouvrez cette page.',
  empty: 'Le mur n’a encore aucune histoire.',
  unreadable: 'Ce moment n’a pas pu être lu : réessayez.',
  wall: (moment: string) => `Le mur : ${moment}`,
  changes: (count: number) =>
    plural(count, `${count} changement depuis ce moment`, `${count} changements depuis ce moment`),
  between: (count: number) =>
    plural(count, `${count} changement entre les deux moments`, `${count} changements entre les deux moments`),
  noChanges: 'Entre ces deux moments, rien n’a bougé sur le mur.',
  change: {
    new: (title: string) => `« ${title} » est nouveau`,
    withdrawn: (title: string) => `« ${title} » est retiré`,
    moved: (title: string, from: string, to: string) => `« ${title} » est passé de ${from} à ${to}`,
    placed: (title: string, to: string) => `« ${title} » est posé : ${to}`,
    released: (title: string, from: string) => `« ${title} » a quitté ${from}`,
    edited: (title: string) => `« ${title} » est modifié`,
  },
  restoreWall: 'Remettre tout le mur ainsi',
  restoreSession: 'Remettre',
  restoreThis: (title: string) => `Remettre « ${title} » comme à ce moment`,
  restoreCell: (cell: string, title: string) => `${cell}, ${title} : remettre cette case`,
  cellsHelp: 'Les cases en couleur ont changé depuis : touchez-en une pour la remettre.',
  free: 'libre',
  preview: 'Ce qui va changer',
  nothing: 'Il n’y a rien à remettre. Les sujets proposés depuis restent où ils sont.',
  left: 'Ce qui ne peut pas revenir à sa place maintenant, et reste à placer :',
  notHere: 'sa salle ou son créneau n’existe plus.',
  apply: 'Remettre ainsi',
  close: 'Ne rien changer',
  done: 'C’est remis.',
}
