import { useWords } from '../i18n/words.ts'
import { Message } from './Message.tsx'

/** A page whose code or board is on its way. */
export const Waiting = () => {
  const t = useWords()
  return <Message title={t().loading} />
}
