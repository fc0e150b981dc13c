import type { InLanguages } from '../../shared/language.ts'
import { hold as en } from './en/hold.ts'
import { hold as fr, type HoldWords } from './fr/hold.ts'

/** What cells say to a card in hand; it comes with the rules, whose sentences are of both languages too. */
export const holdWords: InLanguages<HoldWords> = { fr, en }
