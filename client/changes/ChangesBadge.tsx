import { createSignal, Show } from 'solid-js'
import { changesWords } from '../i18n/changes.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ChangesList } from './ChangesList.tsx'
import type { Looks } from './create-looks.ts'
import type { Difference } from './look.ts'
import './changes.css'

/** "3 changements": what one has not seen yet, one tap away. Seen, as far as it was listed, when the list is closed. */
export const ChangesBadge = (props: { readonly looks: Looks }) => {
  const t = changesWords.use
  const [shown, setShown] = createSignal<readonly Difference[] | null>(null)
  const count = () => props.looks.changes().length
  const close = () => {
    setShown(null)
    props.looks.see()
  }
  return (
    <>
      <Show when={count() > 0}>
        <button type="button" class="changes-badge" onClick={() => setShown(props.looks.open())}>
          <b>{count()}</b> <span>{t().badge(count())}</span>
        </button>
      </Show>
      <Dialog open={shown() !== null} look="sheet" title={t().list.title} onClose={close}>
        <ChangesList changes={shown() ?? []} since={props.looks.since()} />
        <div class="row">
          <Button look="main" onClick={close}>
            {t().list.seen}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
