import { createEffect, createSignal, on, onMount, Show } from 'solid-js'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { askName } from '../ui/ask-name.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { readFragment, secretIn } from './parts.ts'

/** The way into the desk: the secret of the team's link, taken out of the address at once, and a name. */
export const DeskGate = () => {
  const t = deskWords.use
  const forum = useForum()
  const location = useLocation()
  const [secret, setSecret] = createSignal('')
  const [typed, setTyped] = createSignal('')
  const [trouble, setTrouble] = createSignal<string>()
  const [isBusy, setBusy] = createSignal(false)

  const enter = async (key: string) => {
    setBusy(true)
    setTrouble(undefined)
    const isNamed = forum.you() !== null || (await askName())
    if (!isNamed) setTrouble(t().gate.nameNeeded)
    else {
      const answer = await forum.becomeFacilitator(key)
      if (answer.type === 'refused') {
        setTrouble(answer.message)
        setSecret('')
        setTyped(key)
      }
    }
    setBusy(false)
  }
  onMount(() => {
    const fragment = readFragment(location().hash)
    if (fragment.type !== 'secret') return
    setSecret(fragment.secret)
    navigate(location().path, { replace: true, keepScroll: true })
  })
  // Who this device is comes with the first greeting: asking for a name before it would ask people who gave theirs.
  const isKnown = () => forum.connection().type === 'live'
  createEffect(
    on([secret, isKnown], ([key, known]) => {
      if (key !== '' && known && !isBusy()) void enter(key)
    }),
  )
  return (
    <Show
      when={isKnown() && (secret() === '' || trouble() !== undefined)}
      fallback={<p role="status">{t().gate.waiting}</p>}
    >
      <form
        class="desk-gate"
        onSubmit={(event) => {
          event.preventDefault()
          void enter(secret() || secretIn(typed()))
        }}
      >
        <p>{t().gate.needed}</p>
        <Show when={secret() === ''} fallback={<p role="alert">{trouble()}</p>}>
          <Field label={t().gate.field} problem={trouble()}>
            {(control) => (
              <input
                ref={control}
                type="text"
                required
                autocomplete="off"
                spellcheck={false}
                value={typed()}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
            )}
          </Field>
        </Show>
        <Button look="main" type="submit" disabled={isBusy()}>
          {secret() === '' ? t().gate.open : t().gate.name}
        </Button>
      </form>
    </Show>
  )
}
