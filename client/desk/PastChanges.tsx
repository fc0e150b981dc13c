import { createMemo, For, Show } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import { type WallChange, wallChanges } from '../../shared/difference.ts'
import type { SessionId } from '../../shared/ids.ts'
import { typeset } from '../../shared/words.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { Button } from '../ui/Button.tsx'
import { whereText } from './where-text.ts'

interface PastChangesProps {
  readonly from: Board
  readonly to: Board
  /** Whether the second is the board as it is. */
  readonly isNow: boolean
  /** Left out where the first moment is now: nothing is put back to what it is. */
  readonly onRestore?: ((sessionId: SessionId) => void) | undefined
}

/** What a change comes to, in a sentence. */
export const useChangeText = () => {
  const t = deskWords.use
  const language = useLanguage()
  return (change: WallChange, before: Board, after: Board): string => {
    const words = t().history.change
    const session = after.sessions.get(change.sessionId) ?? before.sessions.get(change.sessionId)
    const title = typeset(session?.title ?? t().log.unnamed)
    const from = change.from === null ? '' : whereText(before, change.from, language())
    const to = change.to === null ? '' : whereText(after, change.to, language())
    return words[change.kind](title, change.kind === 'placed' ? to : from, to)
  }
}

/** What changed on the wall between two moments, each session to be put back by itself. */
export const PastChanges = (props: PastChangesProps) => {
  const t = deskWords.use
  const changeText = useChangeText()
  const changes = createMemo(() => wallChanges(props.from, props.to))
  const heading = () => {
    if (changes().length === 0) return t().history.noChanges
    return props.isNow ? t().history.changes(changes().length) : t().history.between(changes().length)
  }
  return (
    <section class="desk-past">
      <h2>{heading()}</h2>
      <ul>
        <For each={changes()}>
          {(change) => (
            <li>
              <span dir="auto">{changeText(change, props.from, props.to)}</span>
              <Show when={props.from.sessions.get(change.sessionId)}>
                {(session) => (
                  <Show when={props.onRestore}>
                    {(restore) => (
                      <Button
                        aria-label={t().history.restoreThis(session().title)}
                        onClick={() => restore()(change.sessionId)}
                      >
                        {t().history.restoreSession}
                      </Button>
                    )}
                  </Show>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
