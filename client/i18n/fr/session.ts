export const session = {
  missing: 'Ce sujet n’est pas (ou plus) sur le tableau.',
  missingHelp: 'Il a peut-être été retiré par qui le portait.',
  when: 'Quand',
  where: 'Où',
  parked: 'Pas encore de case : ni heure ni salle pour le moment.',
  now: (time: string) => `en cours, jusqu’à ${time}`,
  /** "0" and "-1" are what rooms are given; whatever is no number is said as it was written. */
  floor: (floor: string) => {
    if (!/^-?\d+$/.test(floor)) return floor
    const level = Number(floor)
    if (level === 0) return 'au rez-de-chaussée'
    if (level < 0) return level === -1 ? 'au sous-sol' : `au ${-level}e sous-sol`
    return level === 1 ? 'au 1er étage' : `au ${level}e étage`
  },
  outdoor: 'en plein air',
  online: 'en ligne',
  there: (features: string) => `sur place : ${features}`,
  language: 'Langue',
  needs: 'Il faut',
  tags: 'Mots-clés',
  expected: 'Personnes attendues',
  links: 'Liens',
  remarks: 'Remarques',
  collective: 'Au nom de',
  share: 'Partager',
  shareHelp: 'À photographier, ou à copier.',
  copy: 'Copier le lien',
  copied: 'Copié.',
  move: 'Déplacer',
  place: 'Poser',
  release: 'Décrocher',
  withdraw: 'Retirer',
  undo: 'Annuler',
  isBack: (title: string) => `« ${title} » est de retour.`,
  edit: 'Modifier',
  lock: 'Verrouiller',
  unlock: 'Déverrouiller',
  lockedHelp: 'Fixé par l’équipe d’animation : elle seule le déplace.',
  coHosts: 'Co-porteur·euses',
  addCoHost: 'Ajouter quelqu’un',
  addCoHostHelp: 'Commencez à écrire un nom déjà présent sur le forum.',
  leaveHelp: 'Vous pouvez aussi enlever votre nom.',
  removeCoHost: (name: string) => `Enlever ${name}`,
  nobodyFound: 'Personne de ce nom ici. Il suffit qu’elle ou il ouvre le tableau et dise son nom.',
  saved: 'Enregistré.',
}

export type SessionWords = typeof session
