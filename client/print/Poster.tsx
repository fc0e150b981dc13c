import { Show } from 'solid-js'
import { printWords } from '../i18n/print.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Code } from './Code.tsx'
import type { Paper } from './print-options.ts'
import { Sheet } from './Sheet.tsx'

/** The way in, for the entrance and the tables. */
export const Poster = (props: { paper: Paper }) => {
  const t = printWords.use
  const forum = useForum()
  const frame = () => forum.board().frame
  return (
    <Sheet kind="poster" paper={props.paper} content={[frame(), t()]}>
      <h2 dir="auto">{frame().name}</h2>
      <Show when={frame().theme !== ''}>
        <p class="sheet-theme" dir="auto">
          {frame().theme}
        </p>
      </Show>
      <p class="sheet-call">{t().poster.call}</p>
      <Code address={`${window.location.origin}/${forum.slug}`} />
      <p>{t().poster.how}</p>
    </Sheet>
  )
}
