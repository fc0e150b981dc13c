import { For } from 'solid-js'
import { typeset } from '../../shared/words.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import type { Held } from './room-view.ts'

/** From this many characters on a title is set smaller; from twice as many, smaller still. */
const longTitle = 60

/** A session's title, which leads to its page, what is held inside it, and who hosts it all. */
export const Titled = (props: { readonly held: Held }) => {
  const t = useWords()
  const forum = useForum()
  const length = () => props.held.session.title.length
  // A copy that this device kept of an older view names nothing inside.
  const inside = () => props.held.inside ?? []
  const seeks = () => [props.held.session, ...inside()].every(({ hosts }) => hosts.length === 0)
  return (
    <>
      <p
        class="room-title"
        classList={{ long: length() > longTitle && length() <= 2 * longTitle, longest: length() > 2 * longTitle }}
      >
        <a
          href={`/${forum.slug}/sessions/${props.held.session.id}`}
          dir="auto"
          lang={props.held.session.language || undefined}
        >
          {typeset(props.held.session.title)}
        </a>
      </p>
      <For each={inside()}>
        {(one) => (
          <p class="room-inside" dir="auto" lang={one.language || undefined}>
            + {typeset(one.title)}
          </p>
        )}
      </For>
      <p class="room-hosts" dir="auto">
        {seeks() ? t().card.seeking : props.held.hosts.map(({ name }) => name).join(', ')}
      </p>
    </>
  )
}
