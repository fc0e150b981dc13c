import { createMemo, For, onMount, Show, untrack } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import type { Restore } from '../../shared/commands/history.schema.ts'
import { wallChanges } from '../../shared/difference.ts'
import { evolve } from '../../shared/evolve.ts'
import type { Left } from '../../shared/restore/arrivals.ts'
import { restoreSteps } from '../../shared/restore-steps.ts'
import { findingSentence } from '../../shared/sentences.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useChangeText } from './PastChanges.tsx'
import { useDesk } from './use-desk.ts'

interface RestorePreviewProps {
  readonly past: Board
  readonly seq: number
  readonly what: Restore['what']
  readonly onClose: () => void
}

/** What putting it back would do, before it is done: each change, what is to be known of it, and what cannot go back. */
export const RestorePreview = (props: RestorePreviewProps) => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const desk = useDesk()
  const changeText = useChangeText()
  const steps = createMemo(() => restoreSteps(forum.board(), props.past, props.what, untrack(forum.context)))
  const after = createMemo(() =>
    steps().events.reduce((board, event) => evolve(board, event, untrack(forum.now)), forum.board()),
  )
  const changes = createMemo(() => wallChanges(forum.board(), after()))
  const findingsOf = (sessionId: string) =>
    (steps().placed.find((each) => each.sessionId === sessionId)?.findings ?? [])
      .map((finding) => findingSentence(finding, language()))
      .join(' ')
  const why = ({ findings }: Left) =>
    findings.map((finding) => findingSentence(finding, language())).join(' ') || t().history.notHere
  const titleOf = (id: string) => (after().sessions.get(id) ?? props.past.sessions.get(id))?.title ?? ''
  const apply = async () => {
    const { seq, what } = props
    if (await desk.run({ type: 'restore', seq, what }, t().history.done)) props.onClose()
  }
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  return (
    <section class="desk-box desk-preview" aria-labelledby="desk-preview-title">
      <h2 id="desk-preview-title" tabindex={-1} ref={heading}>
        {t().history.preview}
      </h2>
      <Show when={changes().length + steps().left.length > 0} fallback={<p>{t().history.nothing}</p>}>
        <ul>
          <For each={changes()}>
            {(change) => (
              <li>
                <span dir="auto">{changeText(change, forum.board(), after())}</span>{' '}
                <span class="desk-care">{findingsOf(change.sessionId)}</span>
              </li>
            )}
          </For>
        </ul>
        <Show when={steps().left.length > 0}>
          <p class="desk-problem">{t().history.left}</p>
          <ul>
            <For each={steps().left}>
              {(left) => (
                <li>
                  <strong dir="auto">{titleOf(left.sessionId)}</strong> {why(left)}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <div class="row">
        <Button look="main" disabled={steps().events.length === 0} onClick={() => void apply()}>
          {t().history.apply}
        </Button>
        <Button onClick={() => props.onClose()}>{t().history.close}</Button>
      </div>
    </section>
  )
}
