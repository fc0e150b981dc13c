import type { Torn } from '../../../shared/context.ts'
import { frenchPlural as plural } from '../plural.ts'

const torn: Record<Torn, string> = {
  none: 'pas de télescopage',
  few: 'peu de télescopage',
  some: 'assez de télescopage',
  many: 'beaucoup de télescopage',
}

/** What cells say to a card in hand. */
export const hold = {
  free: 'libre',
  problem: 'problème',
  reason: 'raison demandée',
  no: 'non',
  here: 'sa place actuelle',
  places: (count: number) => plural(count, `${count} place`, `${count} places`),
  placesFor: (places: string, people: number) => `${places} pour environ ${people} personnes`,
  torn,
  best: (why: string) => (why === '' ? 'conseillée' : `conseillée : ${why}`),
  because: {
    sameTime: 'à la même heure',
    sameRoom: 'dans la même salle',
    leastTorn: 'là où le public est le moins partagé',
    tightest: 'la salle à sa taille',
    nearest: 'à une heure proche',
    soonest: 'au plus tôt',
  },
  kept: 'raison',
  keptOf: (who: string) => `Raison donnée par ${who}`,
}

export type HoldWords = typeof hold
