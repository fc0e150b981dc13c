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
  undo: 'Undo',
  isBack: (title) => `“${title}” is back.`,
  edit: 'Edit',
  lock: 'Lock',
  unlock: 'Unlock',
  lockedHelp: 'Fixed by the facilitators: only they move it.',
  coHosts: 'Co-hosts',
  addCoHost: 'Add somebody',
  addCoHostHelp: 'Start typing a name that is on the forum already.',
  leaveHelp: 'You can take your own name off too.',
  removeCoHost: (name) => `Remove ${name}`,
  nobodyFound: 'Nobody of that name here. They only need to open the board and say their name.',
  saved: 'Saved.',
}
