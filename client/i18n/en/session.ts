import type { SessionWords } from '../fr/session.ts'

const ordinals: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }

const ordinal = (level: number): string =>
  `${level}${ordinals[new Intl.PluralRules('en', { type: 'ordinal' }).select(level)] ?? 'th'}`

export const session: SessionWords = {
  missing: 'This session is not (or no longer) on the board.',
  missingHelp: 'Its hosts may have withdrawn it.',
  when: 'When',
  where: 'Where',
  parked: 'No cell yet: neither time nor room for now.',
  now: (time) => `on now, until ${time}`,
  floor: (floor) => {
    if (!/^-?\d+$/.test(floor)) return floor
    const level = Number(floor)
    if (level === 0) return 'on the ground floor'
    return level < 0 ? `on basement level ${-level}` : `on the ${ordinal(level)} floor`
  },
  outdoor: 'in the open air',
  online: 'online',
  there: (features) => `there: ${features}`,
  language: 'Language',
  needs: 'It needs',
  tags: 'Tags',
  expected: 'People expected',
  links: 'Links',
  remarks: 'Remarks',
  collective: 'On behalf of',
  share: 'Share',
  shareHelp: 'To be photographed, or copied.',
  copy: 'Copy the link',
  copied: 'Copied.',
  move: 'Move',
  place: 'Pin',
  release: 'Unpin',
  withdraw: 'Withdraw',
  edit: 'Edit',
  lock: 'Lock',
  unlock: 'Unlock',
  seeking: 'Somebody to host this session?',
  takeOver: 'I will host it',
  tookOver: (title) => `“${title}” is yours: thank you!`,
  stepBack: 'Seek somebody to host it',
  steppedBack: (title, left) => (left ? `You no longer host “${title}”.` : `“${title}” seeks a host.`),
  otherActs: 'Split, repeat, hand over',
  split: 'Split in two',
  splitHelp: 'The new session says the same under another title, and waits for a cell.',
  splitTitle: 'Title of the new session',
  splitHosts: 'Who hosts it?',
  splitHostsHelp: 'Nobody ticked: you host both.',
  splitAll: 'Somebody has to stay.',
  isSplit: (title) => `“${title}” is a session of its own.`,
  repeat: 'Repeat',
  repeats: 'The same session as',
  again: 'Also',
  insideOf: 'Held with',
  toCarrier: 'See where it is held',
  with: 'With',
  unmerge: 'Take apart',
  unmergeThis: (title) => `Take apart: “${title}”`,
  unmerged: (title) => `“${title}” stands for itself again.`,
  isLocked: (title) => `“${title}” is locked.`,
  isUnlocked: (title) => `“${title}” is unlocked.`,
  lockedHelp: 'Fixed by the facilitators: only they move it.',
  coHosts: 'Co-hosts',
  addCoHost: 'Add somebody',
  addCoHostHelp: 'Start typing a name that is on the forum already.',
  leaveHelp: 'You can take your own name off too.',
  removeCoHost: (name) => `Remove ${name}`,
  nobodyFound: 'Nobody of that name here. They only need to open the board and say their name.',
  saved: 'Saved.',
}
