import { frenchPlural as plural } from '../plural.ts'

export const absences = {
  title: 'Quand je ne peux pas',
  none: 'rien de noté',
  days: (count: number) => plural(count, `${count} jour noté`, `${count} jours notés`),
  help: 'Pour que rien de ce que vous portez ne soit posé à ces heures sans qu’on vous le demande. Seule l’équipe d’animation le voit.',
  allDay: 'Pas là de la journée',
  before: 'Pas avant',
  after: 'Pas après',
  example: 'par exemple 11h ou 17:30',
  unclear: 'Écrivez une heure, par exemple 11h ou 17:30.',
  order: 'Ces deux heures ne laissent rien de la journée : cochez plutôt la journée.',
  also: (from: string, until: string) => `Noté aussi : pas de ${from} à ${until}.`,
  save: 'Enregistrer',
  saved: 'C’est noté.',
  notSaved: 'Cela n’a pas pu être enregistré. Réessayez dans un instant.',
  waiting: 'Il faut du réseau pour le lire et le changer.',
}

export type AbsencesWords = typeof absences
