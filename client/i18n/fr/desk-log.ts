import type { DoorName } from '../../../shared/board.ts'

const doors: Record<DoorName, string> = { propose: 'proposer', claim: 'poser', star: '« ça m’intéresse »' }

/** What happened, after the name of who did it: "Anne · pose « … » en B102 à 11:00". */
export const deskLog = {
  system: 'la mise en place',
  someone: 'quelqu’un',
  doorNames: doors,
  unnamed: 'sans titre',
  events: {
    proposed: (title: string) => `propose « ${title} »`,
    edited: (title: string) => `modifie « ${title} »`,
    retitled: (title: string) => `renomme un sujet en « ${title} »`,
    withdrawn: (title: string) => `retire « ${title} »`,
    placed: (title: string, room: string, time: string) => `pose « ${title} » : ${room}, ${time}`,
    released: (title: string) => `décroche « ${title} »`,
    locked: (title: string) => `verrouille « ${title} »`,
    unlocked: (title: string) => `déverrouille « ${title} »`,
    framed: 'change le cadre du forum',
    roomAdded: (room: string) => `ajoute la salle ${room}`,
    roomEdited: (room: string) => `modifie la salle ${room}`,
    roomRemoved: (room: string) => `enlève la salle ${room}`,
    roomsOrdered: 'change l’ordre des salles',
    slotAdded: (time: string) => `ajoute le créneau ${time}`,
    slotEdited: (time: string) => `modifie le créneau ${time}`,
    slotRemoved: (time: string) => `enlève le créneau ${time}`,
    dayLabelled: (day: string, label: string) => `nomme le ${day} « ${label} »`,
    dayUnlabelled: (day: string) => `enlève le nom du ${day}`,
    cellsOpened: (cells: string) => `ouvre ${cells}`,
    cellsClosed: (cells: string) => `ferme ${cells}`,
    cellsReserved: (cells: string, forWhom: string) => `réserve ${cells} pour ${forWhom}`,
    team: 'l’équipe',
    oneCell: (room: string, time: string) => `la case ${room}, ${time}`,
    manyCells: (count: number) => `${count} cases`,
    collectiveAdded: (name: string) => `ajoute le collectif ${name}`,
    collectiveEdited: (name: string) => `modifie le collectif ${name}`,
    collectiveRemoved: (name: string) => `enlève le collectif ${name}`,
    doorOpened: (door: string) => `ouvre : ${door}`,
    doorClosed: (door: string) => `ferme : ${door}`,
    doorPlanned: (door: string, when: string) => `prévoit : ${door}, ${when}`,
    gone: 'quelque chose qui n’est plus là',
  },
}

export type DeskLogWords = typeof deskLog
