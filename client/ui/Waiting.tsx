import { createSignal, onCleanup, Show } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { Button } from './Button.tsx'
import { Message } from './Message.tsx'

/** Milliseconds after which waiting alone may not help: a page of an old build asks for files that are gone. */
const patience = 10_000

/** A page whose code or board is on its way. */
export const Waiting = () => {
  const t = useWords()
  const [isLong, setLong] = createSignal(false)
  const timer = setTimeout(() => setLong(true), patience)
  onCleanup(() => clearTimeout(timer))
  return (
    <Message title={t().loading}>
      <Show when={isLong()}>
        <Button onClick={() => window.location.reload()}>{t().connection.reload}</Button>
      </Show>
    </Message>
  )
}
