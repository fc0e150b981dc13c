import type { Level, RuleId } from '../../../shared/refusals.ts'

/** How strict a rule is, as the team chooses it. */
export const levels: Readonly<Record<Level, string>> = {
  block: 'interdit',
  'needs-reason': 'avec une raison',
  hint: 'à savoir',
  off: 'sans contrôle',
}

/** Each rule as the desk lists it: its name, and what it asks in one sentence. */
export const rules: Readonly<Record<RuleId, { readonly name: string; readonly sentence: string }>> = {
  'actor-may': {
    name: 'Chacun·e ses sujets',
    sentence: 'Un sujet est changé par celles et ceux qui le portent, ou par l’équipe.',
  },
  locked: { name: 'Sujets verrouillés', sentence: 'Seule l’équipe touche à un sujet verrouillé.' },
  'door-open': { name: 'Heures d’ouverture', sentence: 'On propose et on pose quand c’est ouvert.' },
  'slot-begun': { name: 'Créneau commencé', sentence: 'Ce qui a commencé reste en place.' },
  'place-free': { name: 'Une salle, un sujet', sentence: 'Deux sujets ne sont jamais dans une salle à la même heure.' },
  'cell-open': { name: 'Cases réservées ou fermées', sentence: 'On pose sur une case ouverte, ou réservée pour soi.' },
  'host-free': {
    name: 'Une personne, un sujet',
    sentence: 'Qui porte un sujet n’en porte pas un autre à la même heure.',
  },
  'host-available': { name: 'Indisponibilités', sentence: 'Qui porte un sujet peut être là à cette heure.' },
  'length-fits': { name: 'Durée', sentence: 'Un long sujet tient dans des créneaux qui se suivent.' },
  'late-pool': { name: 'Places pour plus tard', sentence: 'Des cases restent libres pour qui arrive tard.' },
  'own-limit': { name: 'Sujets par personne', sentence: 'Une personne n’affiche pas plus de sujets que convenu.' },
  'walking-time': { name: 'Temps de marche', sentence: 'Il reste le temps d’aller d’un bâtiment à l’autre.' },
  'turn-over': { name: 'Temps d’installation', sentence: 'Il reste le temps de changer la salle de disposition.' },
  'room-holds': { name: 'Taille de la salle', sentence: 'La salle a assez de places pour le monde attendu.' },
  'room-equipped': { name: 'Équipement', sentence: 'La salle a ce dont le sujet a besoin.' },
  'same-subject': { name: 'Sujets voisins', sentence: 'Deux sujets de même mot-clé ne sont pas en même temps.' },
  'audience-torn': { name: 'Télescopages', sentence: 'Peu de personnes sont partagées entre deux sujets.' },
}
