import type { levels as frenchLevels, rules as frenchRules } from '../fr/rules.ts'

export const levels: typeof frenchLevels = {
  block: 'forbidden',
  'needs-reason': 'with a reason',
  hint: 'good to know',
  off: 'not checked',
}

export const rules: typeof frenchRules = {
  'actor-may': { name: 'One’s own sessions', sentence: 'A session is changed by its hosts, or by the team.' },
  locked: { name: 'Locked sessions', sentence: 'Only the team touches a locked session.' },
  'door-open': { name: 'Opening hours', sentence: 'People propose and pin while it is open.' },
  'slot-begun': { name: 'Slot begun', sentence: 'What has begun stays where it is.' },
  'place-free': { name: 'One room, one session', sentence: 'Two sessions are never in one room at one time.' },
  'cell-open': { name: 'Reserved or closed cells', sentence: 'One pins on an open cell, or one kept for oneself.' },
  'host-free': { name: 'One person, one session', sentence: 'A host is in one session at a time.' },
  'host-available': { name: 'Unavailable hosts', sentence: 'A host can be there at that time.' },
  'length-fits': { name: 'Length', sentence: 'A long session fits in slots in a row.' },
  'late-pool': { name: 'Cells for later', sentence: 'Some cells stay free for who comes late.' },
  'own-limit': { name: 'Sessions per person', sentence: 'Nobody places more sessions than was agreed.' },
  'walking-time': { name: 'Walking time', sentence: 'There is time to walk from one building to another.' },
  'turn-over': { name: 'Turn-over time', sentence: 'There is time to rearrange the room.' },
  'room-holds': { name: 'Size of the room', sentence: 'The room has seats enough for who is expected.' },
  'room-equipped': { name: 'Equipment', sentence: 'The room has what the session needs.' },
  'same-subject': { name: 'Neighbouring subjects', sentence: 'Two sessions with the same tag are not at one time.' },
  'audience-torn': { name: 'Torn audience', sentence: 'Few people are torn between two sessions.' },
}
