import { createSignal } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { sessionWords } from '../i18n/session.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkCard } from '../ui/LinkCard.tsx'

/** Hands a session on: by the phone's own means where it has them, otherwise as a link to copy and a code to photograph. */
export const SharePart = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const forum = useForum()
  const [isOpen, setOpen] = createSignal(false)
  const address = () => `${window.location.origin}/${forum.slug}/sessions/${props.session.id}`
  const share = async () => {
    if (!('share' in navigator)) {
      setOpen(true)
      return
    }
    try {
      await navigator.share({ title: props.session.title, url: address() })
    } catch (error) {
      // Closing the phone's own sheet is no failure; anything else leaves the link to be copied.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setOpen(true)
    }
  }
  return (
    <>
      <Button onClick={() => void share()}>{t().share}</Button>
      <Dialog open={isOpen()} title={t().share} onClose={() => setOpen(false)}>
        <LinkCard
          title={props.session.title}
          help={t().shareHelp}
          address={address()}
          copy={t().copy}
          copied={t().copied}
        />
      </Dialog>
    </>
  )
}
