import type { HoldWords } from '../fr/hold.ts'
import { englishPlural as plural } from '../plural.ts'

export const hold: HoldWords = {
  free: 'free',
  problem: 'problem',
  reason: 'reason needed',
  no: 'no',
  here: 'where it is now',
  places: (count) => plural(count, `${count} seat`, `${count} seats`),
  placesFor: (places, people) => `${places} for about ${people} people`,
  torn: { none: 'no overlap', few: 'little overlap', some: 'some overlap', many: 'much overlap' },
  best: (why) => (why === '' ? 'advised' : `advised: ${why}`),
  because: {
    sameTime: 'at the same time',
    sameRoom: 'in the same room',
    leastTorn: 'where people are torn least',
    tightest: 'the room of its size',
    nearest: 'at nearly the same time',
    soonest: 'as soon as can be',
  },
  kept: 'reason',
  keptOf: (who) => `Reason given by ${who}`,
}
