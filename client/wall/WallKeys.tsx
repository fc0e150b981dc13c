import { For } from 'solid-js'
import { wallWords } from '../i18n/wall.ts'
import { Dialog } from '../ui/Dialog.tsx'

/** What each key does; opened by "?". */
export const WallKeys = (props: { isOpen: boolean; onClose: () => void }) => {
  const t = wallWords.use
  const keys = () => [
    [t().keys.pauseKey, t().keys.pause],
    [t().keys.turnKey, t().keys.turn],
    [t().keys.firstKey, t().keys.first],
    ['+ −', t().keys.every],
    ['N', t().keys.show],
    [t().keys.dayKey, t().keys.day],
    ['T', t().keys.theme],
    ['F', t().keys.full],
    ['?', t().keys.help],
  ]
  return (
    <Dialog open={props.isOpen} title={t().keys.title} onClose={() => props.onClose()}>
      <dl class="wall-keys">
        <For each={keys()}>
          {([key, what]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class="wall-keys-note">{t().keys.note}</p>
    </Dialog>
  )
}
