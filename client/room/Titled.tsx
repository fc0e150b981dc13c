import { typeset } from '../../shared/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import type { Held } from './room-view.ts'

/** From this many characters on a title is set smaller; from twice as many, smaller still. */
const longTitle = 60

/** A session's title, which leads to its page, and who hosts it. */
export const Titled = (props: { readonly held: Held }) => {
  const forum = useForum()
  const length = () => props.held.session.title.length
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
      <p class="room-hosts" dir="auto">
        {props.held.hosts.map(({ name }) => name).join(', ')}
      </p>
    </>
  )
}
