import { createMemo, For, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { typeset } from '../../shared/words.ts'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { shortDayText, timeText } from '../i18n/format.ts'
import { printWords } from '../i18n/print.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { shortCode } from '../ui/short-code.ts'
import { Code } from './Code.tsx'
import { Sheet } from './Sheet.tsx'
import { PrintedHosts, PrintedInside } from './Together.tsx'

/** Two columns of four: eight cards to cut out of an A4. */
const PER_SHEET = 8

/** The cards of the paper wall: a session's title, who holds it, its short code and the code that a camera reads. */
export const Cards = (props: { onlyParked: boolean }) => {
  const t = printWords.use
  const language = useLanguage()
  const forum = useForum()
  const sheets = createMemo(() => {
    const { sessions, placements } = forum.board()
    const wanted = [...sessions.values()].filter((session) => !props.onlyParked || !placements.has(session.id))
    const sorted = wanted.sort((a, b) => a.title.localeCompare(b.title, language()))
    return Array.from({ length: Math.ceil(sorted.length / PER_SHEET) }, (_, n) =>
      sorted.slice(n * PER_SHEET, (n + 1) * PER_SHEET),
    )
  })
  return (
    <Show when={sheets().length > 0} fallback={<p class="print-empty">{t().noCards}</p>}>
      <For each={sheets()}>
        {(sessions) => (
          <Sheet kind="cards" paper="a4" content={[sessions, forum.board(), forum.people(), t()]}>
            <For each={sessions}>{(session) => <Card session={session} />}</For>
          </Sheet>
        )}
      </For>
    </Show>
  )
}

const Card = (props: { session: Session }) => {
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const where = () => {
    const { placements, rooms, frame } = forum.board()
    const placement = placements.get(props.session.id)
    if (placement === undefined) return ''
    const day = shortDayText(localDate(placement.start, frame.timeZone), language())
    return `${rooms.get(placement.roomId)?.name ?? ''} · ${day} ${timeText(placement.start, frame.timeZone, language())}`
  }
  return (
    <article data-whole>
      <div class="sheet-card-text">
        <h2 dir="auto" lang={props.session.language || undefined}>
          {typeset(props.session.title)}
        </h2>
        <PrintedInside session={props.session} />
        <p dir="auto">
          <PrintedHosts session={props.session} />
        </p>
        <p class="sheet-soft">{common().formats[props.session.format]}</p>
        <p dir="auto">{where()}</p>
      </div>
      <div class="sheet-card-code">
        <p class="sheet-short">{shortCode(props.session.id)}</p>
        <Code
          address={`${window.location.origin}/${forum.slug}/sessions/${props.session.id}`}
          shown={`${window.location.host}/${forum.slug}`}
        />
      </div>
    </article>
  )
}
