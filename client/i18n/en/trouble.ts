import type { TroubleWords } from '../fr/trouble.ts'

export const trouble: TroubleWords = {
  readOnly: 'Read-only for a moment: nothing is being saved. What is shown still holds, and it will go on by itself.',
  mismatch: 'What is shown and what is saved do not say the same: tell whoever looks after the server.',
}
