import { absencesWords } from '../i18n/absences.ts'
import { AbsencesInset } from '../ui/absences-inset.ts'
import { AbsencesPart } from './AbsencesPart.tsx'

/** Puts it where "my path" keeps room for it, with its words. */
export const fillAbsences = async (): Promise<void> => {
  await absencesWords.ready()
  AbsencesInset.fill(AbsencesPart)
}
