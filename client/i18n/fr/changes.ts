import { frenchPlural as plural } from '../plural.ts'
import { rules } from './rules.ts'

const by = (who: string | null): string => who ?? 'Quelqu’un'

export const changes = {
  undo: 'Annuler',
  undone: (what: string) => `Annulé : ${what}.`,
  /** Where only what it led to is known: what was placed is unpinned. */
  undoneSo: (what: string) => `C’est annulé : ${what}.`,
  notUndone: (why: string) => `Rien n’est annulé. ${why}`,
  lastAction: 'Dernière action',
  lastActionIs: (what: string) => `Dernière action : ${what}`,
  undoWithin: (minutes: number) =>
    minutes < 1 ? 'peut s’annuler encore une minute' : `peut s’annuler encore ${minutes} min`,
  undoThis: (what: string) => `Annuler : ${what}`,
  sayWhy: 'Dire pourquoi',
  why: {
    title: 'Pourquoi, malgré cela ?',
    label: 'Votre raison',
    help: 'En quelques mots. Seule l’équipe d’animation la lira.',
    send: 'Continuer quand même',
    empty: 'Écrivez une raison, même courte.',
  },
  /** What was done, as a phrase: after "Dernière action :" and "Annulé :". */
  did: {
    proposed: (title: string) => `« ${title} » proposé`,
    placed: (title: string, cell: string) => `« ${title} » posé, ${cell}`,
    released: (title: string) => `« ${title} » décroché`,
    withdrawn: (title: string) => `« ${title} » retiré`,
    restored: (title: string) => `« ${title} » rétabli`,
    edited: (title: string) => `« ${title} » modifié`,
    locked: (title: string) => `« ${title} » verrouillé`,
    unlocked: (title: string) => `« ${title} » déverrouillé`,
    merged: (title: string, into: string) => `« ${title} » regroupé avec « ${into} »`,
    unmerged: (title: string) => `« ${title} » séparé`,
    offered: (title: string, other: string) => `proposition de « ${title} » à « ${other} »`,
    answered: () => 'réponse à une proposition',
    ruleSet: (rule: string) => `niveau de la règle « ${rule} »`,
    figuresSet: () => 'chiffres des règles',
    roomAdded: (room: string) => `salle ${room} ajoutée`,
    roomEdited: (room: string) => `salle ${room} modifiée`,
    roomRemoved: (room: string) => `salle ${room} enlevée`,
    roomsOrdered: () => 'ordre des salles',
    slotAdded: (time: string) => `créneau de ${time} ajouté`,
    slotEdited: (time: string) => `créneau de ${time} modifié`,
    slotRemoved: (time: string) => `créneau de ${time} enlevé`,
    other: () => 'réglage du forum',
    /** Of another device, or of a page that went before it heard. */
    something: (time: string) => `ce que vous avez fait à ${time}`,
  },
  rules,
  /** What others did with what one hosts. */
  hosted: {
    moved: (who: string | null, title: string, from: string, to: string) =>
      `${by(who)} a déplacé « ${title} » : ${to} (avant : ${from})`,
    placed: (who: string | null, title: string, to: string) => `${by(who)} a posé « ${title} » : ${to}`,
    released: (who: string | null, title: string, from: string) =>
      `${by(who)} a décroché « ${title} », qui était ${from}`,
    withdrawn: (who: string | null, title: string) => `${by(who)} a retiré « ${title} »`,
    merged: (_who: string | null, title: string, into: string) => `« ${title} » est regroupé avec « ${into} »`,
    unmerged: (_who: string | null, title: string) => `« ${title} » est de nouveau à part`,
    locked: (who: string | null, title: string) => `${by(who)} a verrouillé « ${title} »`,
    unlocked: (who: string | null, title: string) => `${by(who)} a déverrouillé « ${title} »`,
    agreed: (who: string | null, title: string, from: string, to: string) =>
      `Accord trouvé${who === null ? '' : ` avec ${who}`} : « ${title} », ${to} (avant : ${from})`,
    agreedReleased: (who: string | null, title: string, from: string) =>
      `Accord trouvé${who === null ? '' : ` avec ${who}`} : « ${title} » laisse sa case ${from}`,
    agreedPlaced: (who: string | null, title: string, to: string) =>
      `Accord trouvé${who === null ? '' : ` avec ${who}`} : « ${title} » a une case, ${to}`,
  },
  /** The same of what interests one: who did it is not their concern. */
  starred: {
    moved: (title: string, from: string, to: string) =>
      `« ${title} », qui vous intéresse, a bougé : ${to} (avant : ${from})`,
    placed: (title: string, to: string) => `« ${title} », qui vous intéresse, est affiché : ${to}`,
    released: (title: string, from: string) => `« ${title} », qui vous intéresse, n’est plus affiché (était ${from})`,
    withdrawn: (title: string) => `« ${title} », qui vous intéressait, est retiré`,
    merged: (title: string, into: string) => `« ${title} », qui vous intéresse, est regroupé avec « ${into} »`,
    unmerged: (title: string) => `« ${title} », qui vous intéresse, est de nouveau à part`,
  },
  joined: (count: number) => `${count} de vos sujets ont bougé`,
  joinedStars: (count: number) => `${count} sujets qui vous intéressent ont bougé`,
  putBack: 'Remettre',
  putThisBack: (title: string) => `Remettre « ${title} »`,
  isBack: (title: string, cell: string) => `« ${title} » est remis : ${cell}.`,
  see: 'Voir',
  badge: (count: number) => plural(count, 'changement', 'changements'),
  list: {
    title: 'Depuis votre dernier regard',
    since: (moment: string) => `Ce qui a changé au tableau depuis ${moment}.`,
    moved: 'Posés ou déplacés',
    fresh: 'Nouveaux',
    gone: 'Retirés',
    from: (from: string, to: string) => `${to} (avant : ${from})`,
    parked: 'à placer',
    into: (title: string) => `regroupé avec « ${title} »`,
    mine: 'vous le portez',
    starred: 'vous intéresse',
    seen: 'C’est vu',
  },
}

export type ChangesWords = typeof changes
