import { For, onMount, Show } from 'solid-js'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { createRestoring, type RestoreWish } from './create-restoring.ts'
import { useChangeText } from './PastChanges.tsx'
import { LookedAtAgain, ServerKnows } from './ServerKnows.tsx'
import { useDesk } from './use-desk.ts'

interface RestorePreviewProps {
  readonly wish: RestoreWish
  readonly onClose: () => void
}

/** What putting it back would do, before it is done: each change, what is to be known of it, and what cannot go back. */
export const RestorePreview = (props: RestorePreviewProps) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const changeText = useChangeText()
  const { changes, after, left, findingsOf, knowing, refused, isIdle } = createRestoring(() => props.wish)
  const messages = (findings: ReturnType<typeof findingsOf>) => findings.map(({ message }) => message).join(' ')
  const titleOf = (id: string) => (after().sessions.get(id) ?? props.wish.past.sessions.get(id))?.title ?? ''
  const apply = async () => {
    const { seq, what } = props.wish
    if (await desk.run({ type: 'restore', seq, what }, t().history.done)) props.onClose()
  }
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  return (
    <section class="desk-box desk-preview" aria-labelledby="desk-preview-title">
      <h2 id="desk-preview-title" tabindex={-1} ref={heading}>
        {t().history.preview}
      </h2>
      <Show when={changes().length + left().length > 0} fallback={<p>{t().history.nothing}</p>}>
        <ul>
          <For each={changes()}>
            {(change) => (
              <li>
                <span dir="auto">{changeText(change, forum.board(), after())}</span>{' '}
                <span class="desk-care">{messages(findingsOf(change.sessionId))}</span>
              </li>
            )}
          </For>
        </ul>
        <Show when={left().length > 0}>
          <p class="desk-problem">{t().history.left}</p>
          <ul>
            <For each={left()}>
              {(each) => (
                <li>
                  <strong dir="auto">{titleOf(each.sessionId)}</strong> {messages(each.findings) || t().history.notHere}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <Show when={!isIdle() && refused()}>
        <p class="desk-problem" role="alert">
          {refused()}
        </p>
      </Show>
      <ServerKnows knowing={knowing()} />
      <div class="row">
        <Button look="main" disabled={isIdle() || refused() !== ''} onClick={() => void apply()}>
          {t().history.apply}
        </Button>
        <Button onClick={() => props.onClose()}>{t().history.close}</Button>
        <LookedAtAgain knowing={knowing()} />
      </div>
    </section>
  )
}
