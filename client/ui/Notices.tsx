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
            onFocusIn={() => holdNotice(notice)}
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
                  {(action) => (
                    <Button
                      onClick={() => {
                        dropNotice(notice.key)
                        action.act()
                      }}
                    >
                      {action.label}
                    </Button>
                  )}
                </For>
              </div>
            </Show>
            <Button look="quiet" class="notice-close" onClick={() => dropNotice(notice.key)}>
              <Icon name="close" />
              <span class="unseen">{t().noLongerWanted}</span>
            </Button>
          </div>
        )}
      </For>
    </div>
  )
}
