export const welcome = {
  title: 'Un tableau pour votre forum ouvert',
  sentences: [
    'Les sujets se proposent et se posent depuis les téléphones, sans compte ni adresse.',
    'La grille tient les salles et les créneaux : deux sujets n’y prennent jamais la même case.',
    'Le mur, les portes et les parcours suivent dans la seconde, et tout reste sur ce serveur.',
  ],
  create: 'Créer votre forum',
  createHow: 'Au premier démarrage, le serveur a affiché une fois un lien de mise en place. Il ressemble à ceci :',
  createThen: 'Ouvrez ce lien : il donne le droit de créer un forum. Vous l’avez déjà ouvert dans cet onglet ?',
  toSetup: 'Aller à la mise en place',
  example: 'Essayer l’exemple',
  exampleHow: 'Le Forum des usages coopératifs de Brest, rempli : il commence demain, tout peut s’y essayer.',
  exampleOpen: 'Ouvrir l’exemple',
  exampleDesk: 'Ouvrir sa régie',
  exampleComing: 'L’exemple se prépare…',
  failed: 'Cela n’a pas marché : le serveur n’a pas répondu. Réessayez dans un instant.',
  forums: 'Les forums d’ici',
  open: (name: string) => `Ouvrir ${name}`,
  loading: 'Un instant…',
}

export type WelcomeWords = typeof welcome
