import { createMemo, For, Show } from 'solid-js'
import type { Room } from '../../shared/board.ts'
import type { RoomId } from '../../shared/ids.ts'
import type { LocalDate } from '../../shared/time.ts'
import { typeset } from '../../shared/words.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText, timeText } from '../i18n/format.ts'
import { printWords } from '../i18n/print.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { reservedFor } from '../ui/reserved-for.ts'
import { Code } from './Code.tsx'
import type { Paper } from './print-options.ts'
import { type ProgrammeLine, programmeOf } from './programme.ts'
import { Sheet } from './Sheet.tsx'
import { PrintedHosts, PrintedInside } from './Together.tsx'

interface DoorsProps {
  readonly paper: Paper
  /** Null: no programme, only the way to it. */
  readonly date: LocalDate | null
}

/** One sheet per room: its name, the code of its page, and its day. */
export const Doors = (props: DoorsProps) => {
  const t = printWords.use
  const forum = useForum()
  const ids = createMemo(() => [...forum.board().rooms.keys()])
  return (
    <Show when={ids().length > 0} fallback={<p class="print-empty">{t().noRooms}</p>}>
      <For each={ids()}>
        {(id) => (
          <Show when={forum.board().rooms.get(id)}>
            {(room) => <DoorSheet id={id} room={room()} paper={props.paper} date={props.date} />}
          </Show>
        )}
      </For>
    </Show>
  )
}

const DoorSheet = (props: DoorsProps & { readonly id: RoomId; readonly room: Room }) => {
  const t = printWords.use
  const language = useLanguage()
  const forum = useForum()
  const lines = createMemo(() => (props.date === null ? [] : programmeOf(forum.board(), props.id, props.date)))
  const where = () => {
    const { building, floor, capacity } = props.room
    return [building, floor === '' ? '' : t().floor(floor), capacity === null ? '' : t().seats(capacity)]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <Sheet kind="door" paper={props.paper} content={[lines(), props.room, forum.people(), t()]}>
      <header>
        <div>
          <h2 dir="auto">{props.room.name}</h2>
          <p dir="auto">{where()}</p>
          <Show when={props.room.kind === 'continuous'}>
            <p>
              <strong>{t().allDay}</strong>
            </p>
          </Show>
          <p class="sheet-hint">{t().door}</p>
        </div>
        <Code address={`${window.location.origin}/${forum.slug}/room/${encodeURIComponent(props.id)}`} />
      </header>
      <Show when={props.date}>
        {(date) => (
          <>
            <h3>{dayText(date(), language())}</h3>
            <ol class="sheet-lines">
              <For each={lines()}>{(line) => <DoorLine line={line} />}</For>
            </ol>
          </>
        )}
      </Show>
      <footer dir="auto">{forum.board().frame.name}</footer>
    </Sheet>
  )
}

const DoorLine = (props: { line: ProgrammeLine }) => {
  const t = printWords.use
  const words = useWords()
  const language = useLanguage()
  const forum = useForum()
  const zone = () => forum.board().frame.timeZone
  const session = () => {
    const { what } = props.line
    return what.type === 'session' ? forum.board().sessions.get(what.sessionId) : undefined
  }
  const state = () => {
    const { what } = props.line
    if (what.type === 'free') return reservedFor(forum.board(), what.use, words().board) ?? t().free
    return what.type === 'closed' ? t().closed : ''
  }
  const end = () => (props.line.what.type === 'session' ? props.line.what.until : props.line.slot.end)
  return (
    <li class={props.line.what.type}>
      <span class="sheet-hours">
        {timeText(props.line.slot.start, zone(), language())} – {timeText(end(), zone(), language())}
      </span>
      <span>
        <Show
          when={session()}
          fallback={<span dir="auto">{props.line.what.type === 'common' ? props.line.slot.label : ''}</span>}
        >
          {(found) => (
            <>
              <strong dir="auto" lang={found().language || undefined}>
                {typeset(found().title)}
              </strong>{' '}
              <PrintedInside session={found()} />{' '}
              <small dir="auto">
                <PrintedHosts session={found()} />
              </small>
            </>
          )}
        </Show>
        <Show when={state()}>
          {(said) => (
            <span class="sheet-soft" dir="auto">
              {said()}
            </span>
          )}
        </Show>
      </span>
    </li>
  )
}
