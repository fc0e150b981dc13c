import type { WelcomeWords } from '../fr/welcome.ts'

export const welcome: WelcomeWords = {
  title: 'A board for your Open Space',
  sentences: [
    'Sessions are proposed and pinned from phones, without any account or address.',
    'The grid keeps rooms and slots: two sessions never take the same cell.',
    'The wall, the doors and everyone’s path follow within a second, and all of it stays on this server.',
  ],
  create: 'Create your forum',
  createHow: 'At its first start, the server printed a set-up link once. It looks like this:',
  createThen: 'Open that link: it gives the right to create a forum. Already opened in this tab?',
  toSetup: 'Go to the set-up',
  example: 'Try the example',
  exampleHow: 'The Forum des usages coopératifs of Brest, filled: it begins tomorrow, everything can be tried.',
  exampleOpen: 'Open the example',
  exampleDesk: 'Open its desk',
  exampleComing: 'The example is being prepared…',
  failed: 'That did not work: the server did not answer. Try again in a moment.',
  forums: 'The forums here',
  open: (name: string) => `Open ${name}`,
  loading: 'One moment…',
}
