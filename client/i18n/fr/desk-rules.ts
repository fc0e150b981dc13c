import { frenchPlural as plural } from '../plural.ts'
import { levels, rules } from './rules.ts'

/** The rules, how strict each is, and the figures that some go by. */
export const deskRules = {
  rules,
  levels,
  help: 'Chaque règle dit son mot quand une carte bouge. À vous de choisir : interdire, demander une raison, informer, ou se taire.',
  level: (rule: string) => `Niveau de la règle « ${rule} »`,
  usual: (level: string) => `${level} (par défaut)`,
  always: 'toujours interdit',
  affected: (count: number) =>
    plural(count, `${count} sujet concerné maintenant`, `${count} sujets concernés maintenant`),
  nobody: 'Aucun sujet concerné maintenant',
  /** Of rules about what somebody does. */
  onActs: 'Vérifiée au moment d’agir',
  figures: {
    lateCells: 'Cases gardées par créneau',
    lateUntil: 'Gardées jusqu’à',
    lateUntilHelp: 'Vide : jusqu’au début du créneau.',
    badHour: 'Écrivez une heure, par exemple 11:00, ou rien.',
    ownLimit: 'Sujets affichés par personne',
    turnOverMinutes: 'Minutes pour changer une salle',
    none: '0 : la règle se tait.',
    badFigure: (most: number) => `Écrivez un nombre de 0 à ${most}.`,
  },
  walks: 'Minutes à pied',
  walk: (from: string, to: string) => `De ${from} à ${to}`,
  noWalks: 'Les salles n’ont pas encore deux bâtiments : rien à régler ici.',
  offers: 'Propositions entre porteur·euses',
  offerMinutes: 'Minutes pour répondre',
  badMinutes: 'Écrivez un nombre de minutes, de 1 à 1440.',
}
