import { For } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'
import { typeset } from '../../shared/words.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'

interface TogetherProps {
  readonly session: Session
}

/** The titles of what is held inside a session; nothing where it is held alone. */
export const PrintedInside = (props: TogetherProps) => {
  const forum = useForum()
  return (
    <For each={insideOf(forum.board(), props.session.id)}>
      {(one) => (
        <span class="sheet-inside" dir="auto" lang={one.language || undefined}>
          + {typeset(one.title)}
        </span>
      )}
    </For>
  )
}

/** The names of all who host what is held there, or that it seeks somebody. */
export const PrintedHosts = (props: TogetherProps) => {
  const t = useWords()
  const forum = useForum()
  const hosts = () => hostsOf(forum.board(), props.session)
  const names = () => hosts().flatMap((id) => forum.people().get(id)?.name ?? [])
  return <>{hosts().length === 0 ? t().card.seeking : names().join(', ')}</>
}
