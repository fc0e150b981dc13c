export const move = {
  title: (title: string) => `Déplacer « ${title} »`,
  place: (title: string) => `Poser « ${title} »`,
  best: 'Conseillé',
  room: 'Salle',
  time: 'Heure',
  choice: (name: string, verdict: string) => `${name} – ${verdict}`,
  isHere: 'C’est là que le sujet se trouve.',
  submit: 'Poser ici',
  release: 'Décrocher',
  page: 'Page du sujet',
  noCell: 'Il n’y a pas encore de salle ni de créneau.',
}

export type MoveWords = typeof move
