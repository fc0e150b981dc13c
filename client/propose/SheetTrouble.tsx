import { For } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { Button } from '../ui/Button.tsx'
import { dropNotice, useNotices } from '../ui/notices.ts'

/** Why this session was refused, said inside the sheet: what stands behind an open sheet can be neither seen nor heard. */
export const SheetTrouble = (props: { readonly sessionId: SessionId }) => {
  const notices = useNotices()
  const troubles = () => notices().filter(({ key, tone }) => tone === 'bad' && key === `session ${props.sessionId}`)
  return (
    <div role="alert">
      <For each={troubles()}>
        {(trouble) => (
          <div class="sheet-trouble">
            <p>{trouble.text}</p>
            <div class="row">
              <For each={trouble.actions}>
                {(action) => (
                  <Button
                    onClick={() => {
                      dropNotice(trouble.key)
                      action.act()
                    }}
                  >
                    {action.label}
                  </Button>
                )}
              </For>
            </div>
          </div>
        )}
      </For>
    </div>
  )
}
