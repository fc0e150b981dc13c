import { Show } from 'solid-js'
import type { KeptReason } from '../../shared/protocol.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'

/** The reason that was given for a place; nothing where no rule asked for one. */
export const ReasonLine = (props: { readonly reason: KeptReason | undefined }) => {
  const t = deskWords.use
  const forum = useForum()
  return (
    <Show when={props.reason}>
      {(kept) => (
        <p class="desk-reason" dir="auto">
          {t().problems.reason(forum.people().get(kept().by)?.name ?? t().log.someone, kept().reason)}
        </p>
      )}
    </Show>
  )
}
