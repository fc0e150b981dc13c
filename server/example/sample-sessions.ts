import type { Format } from '../../shared/board.ts'

/** A session of the example. The titles are those of a real forum ouvert (Moustic 2017); hosts and descriptions are made up. */
export interface SampleSession {
  readonly title: string
  readonly host: string
  readonly description: string
  readonly format: Format
  readonly length?: number
  readonly expected?: number
  readonly tags?: readonly string[]
  readonly needs?: readonly string[]
  /** Stays in the tray, so that a visitor has something to pin. */
  readonly parked?: boolean
}

export const sampleSessions: readonly SampleSession[] = [
  {
    title: 'Comment dynamiser un réseau',
    host: 'Maëlle',
    description: 'Ce qui relance un réseau quand l’élan retombe : rituels, rencontres, petites victoires.',
    format: 'discussion',
    expected: 35,
    tags: ['réseaux'],
  },
  {
    title:
      'Coopération ouverte, coopération fermée. Comment créer de l’interculturalité dans les lieux/projet. Sortir de l’entre-soi des filières/métiers ?',
    host: 'Yannick',
    description: 'Partir de nos lieux et de nos projets : qui n’y vient pas, et pourquoi ?',
    format: 'discussion',
    tags: ['coopération', 'tiers-lieux'],
  },
  {
    title: 'Agir en commun à l’ère du numérique',
    host: 'Corinne',
    description: 'Retours d’expérience et outils pour décider et faire à plusieurs.',
    format: 'discussion',
    expected: 60,
    tags: ['communs'],
    needs: ['vidéoprojecteur'],
  },
  {
    title: 'Comment débattre collectivement avant d’agir collectivement à l’ère du numérique',
    host: 'Loïc',
    description: 'Essayer deux formats de débat, puis comparer ce qu’ils ont permis.',
    format: 'workshop',
    tags: ['débat'],
    needs: ['paperboard'],
  },
  {
    title: 'Comment créer de la solidarité entre femmes à l’ère du numérique ?',
    host: 'Awa',
    description: 'Mentorat, espaces sûrs, visibilité : ce qui marche déjà, ce que l’on pourrait lancer ensemble.',
    format: 'discussion',
    tags: ['égalité'],
  },
  {
    title: 'Agir oui mais grâce à quel modèle économique',
    host: 'Bastien',
    description: 'Subventions, prix libre, coopératives : poser les chiffres sur la table.',
    format: 'discussion',
    expected: 25,
    tags: ['économie'],
  },
  {
    title: 'Multi-activité et avancées des projets, outils et pratiques ?',
    host: 'Gwenola',
    description: 'Comment chacun·e mène plusieurs projets de front sans s’y perdre. Venez avec vos outils.',
    format: 'practice',
    parked: true,
  },
  {
    title: 'Quel outil pour partager et faire connaître des dates d’événement dans un village ?',
    host: 'Émile',
    description: 'Du panneau d’affichage à l’agenda partagé : comparer, et choisir pour trois villages réels.',
    format: 'network-meeting',
    tags: ['agenda', 'rural'],
    needs: ['vidéoprojecteur'],
  },
  {
    title: 'Atelier de cuisine créatif et collaboratif',
    host: 'Naïma',
    description: 'On cuisine avec ce que chacun·e apporte. Deux créneaux, tabliers bienvenus.',
    format: 'workshop',
    length: 2,
    expected: 15,
    tags: ['cuisine'],
  },
  {
    title:
      'Gamification : réfléchir et échanger sur les fibres qui génèrent de la gamification. Compétition, coopération, quelles différences ?',
    host: 'Théo',
    description: 'Jouer une partie courte, puis en parler.',
    format: 'workshop',
    parked: true,
    tags: ['jeu'],
  },
  {
    title: 'Comment permettre à tous les citoyens de participer en ligne sur un territoire, quel type d’outil ?',
    host: 'Rozenn',
    description: 'Budget participatif, cartes, consultations : qui participe vraiment, et qui manque.',
    format: 'discussion',
    expected: 40,
    tags: ['participation'],
  },
  {
    title:
      'Écriture collaborative d’un article (rapport acclimaterra) décloisonnement des connaissances, collaboration des experts pour lutter contre le changement climatique',
    host: 'Paul',
    description: 'Écrire ensemble, en une heure, la première version d’un article ouvert.',
    format: 'practice',
    needs: ['ordinateurs'],
    tags: ['climat', 'écriture'],
  },
  {
    title:
      'Comment valoriser, diffuser, protéger les productions collectives en gérant les différents niveaux de confidentialités sans complexifier les outils ?',
    host: 'Inès',
    description: 'Licences, droits, et ce que l’on choisit de garder entre nous.',
    format: 'discussion',
    parked: true,
    tags: ['licences'],
  },
  {
    title: 'Réunions en visio (ça ne marche jamais ! ;) )',
    host: 'Marc’han',
    description: 'Nos pires moments, et dix réglages qui changent tout.',
    format: 'talk',
    parked: true,
    tags: ['visio'],
  },
]
