import { changesWords } from '../i18n/changes.ts'
import { pathWords } from '../i18n/path.ts'

/** The words of "my path", those for one's last action among them. */
export const pathPageWords = async (): Promise<void> => {
  await Promise.all([pathWords.ready(), changesWords.ready()])
}
