import { For, Show } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { dropNotice, holdNotice, letNoticeGo, type Notice, useNotices, useWhisper } from './notices.ts'
import './notices.css'

/** The mouse and the focus may be on it at the same time. */
const leave = ({ currentTarget }: { readonly currentTarget: HTMLElement }, notice: Notice): void => {
  if (!currentTarget.matches(':hover, :focus-within')) letNoticeGo(notice)
}

/** What had the focus before it came to a notice. */
let from: Element | null = null

const arrive = (relatedTarget: EventTarget | null, notice: Notice): void => {
  holdNotice(notice)
  const isWithin = relatedTarget instanceof Element && relatedTarget.closest('.notices') !== null
  if (!isWithin) from = relatedTarget instanceof Element ? relatedTarget : null
}

/** Who came to a notice by keyboard goes on from where they were; or from the card it was about, which may lie elsewhere now. */
const goBack = (key: string): void => {
  if (document.activeElement !== document.body) return
  const card = document.querySelector(`[data-session="${CSS.escape(key.replace('session ', ''))}"] .card-title`)
  const to = from?.isConnected === true ? from : card
  if (to instanceof HTMLElement) to.focus()
}

const leaveBy = ({ key }: Notice, act?: () => void): void => {
  const isByKeys = document.activeElement?.matches('.notices :focus-visible') === true
  dropNotice(key)
  // Before the act, which may ask something: that gives the focus back to where it was.
  if (isByKeys) goBack(key)
  act?.()
  if (isByKeys) requestAnimationFrame(() => goBack(key))
}

/** The one polite live region of the page. It tells what is new in it, not all that it still holds (`aria-atomic`). */
export const Notices = () => {
  const t = useWords()
  const notices = useNotices()
  const whisper = useWhisper()
  return (
    <div class="notices" role="status" aria-live="polite" aria-atomic="false">
      <p class="unseen">{whisper()}</p>
      <For each={notices()}>
        {(notice) => (
          <div
            class={`notice ${notice.tone}`}
            onPointerEnter={() => holdNotice(notice)}
            onPointerLeave={(event) => leave(event, notice)}
            onFocusIn={({ relatedTarget }) => arrive(relatedTarget, notice)}
            onFocusOut={(event) => leave(event, notice)}
          >
            <div class="notice-text">
              <p>{notice.text}</p>
              <Show when={notice.detail}>
                <p class="soft">{notice.detail}</p>
              </Show>
            </div>
            <Show when={notice.actions.length > 0}>
              <div class="row notice-actions">
                <For each={notice.actions}>
                  {(action) => <Button onClick={() => leaveBy(notice, action.act)}>{action.label}</Button>}
                </For>
              </div>
            </Show>
            <Button look="quiet" class="notice-close" onClick={() => leaveBy(notice)}>
              <Icon name="close" />
              <span class="unseen">{t().noLongerWanted}</span>
            </Button>
          </div>
        )}
      </For>
    </div>
  )
}
