import { frenchPlural as plural } from '../plural.ts'

/** Everything that stands against a rule now, and what would mend it. */
export const deskProblems = {
  count: (count: number) => plural(count, `${count} sujet à regarder`, `${count} sujets à regarder`),
  none: 'Tout est à sa place',
  noneHelp: 'Aucun sujet affiché ne va contre une règle. Cette page se met à jour d’elle-même.',
  onlyBlocks: 'Seulement ce qui est interdit',
  mend: 'Où ce serait mieux :',
  mendThis: (title: string, cell: string) => `Déplacer « ${title} » : ${cell}`,
  noMending: 'Aucune autre case n’irait mieux pour l’instant.',
  reason: (who: string, reason: string) => `Raison donnée par ${who} : « ${reason} »`,
  looking: 'Le serveur regarde tout le tableau…',
  lost: 'Le serveur ne répond pas en ce moment. Nouvel essai dans un instant.',
}
