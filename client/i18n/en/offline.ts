import type { OfflineWords } from '../fr/offline.ts'

export const offline: OfflineWords = {
  saved: (title) => `“${title}”: this is saved.`,
  savedOther: 'What waited for the network is saved.',
  refused: (title, why) => `“${title}”: ${why}`,
  someSession: 'this session',
  late: (title, cell) => `“${title}” has waited a long time to be pinned: ${cell}. Pin it now?`,
  lateHelp: 'Nothing was sent without you.',
  sendNow: 'Pin it now',
  letGo: 'Let it go',
  update: 'A newer version is ready.',
  updateNow: 'Update',
  install: 'Keep this forum on your home screen?',
  installHelp: 'It then opens with one tap, even without a network.',
  installNow: 'Keep it',
  notNow: 'No thanks',
  portal: 'Sign in to the Wi-Fi.',
  portalHelp: 'This network wants you to sign in before it lets anything through. It keeps trying.',
  openPortal: 'Open its page',
}
