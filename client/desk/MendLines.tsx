import { createMemo, For, Show, untrack } from 'solid-js'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import { type CellRef, cellKey, type SessionId } from '../../shared/ids.ts'
import { typeset } from '../../shared/words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useActs } from '../ui/use-acts.ts'
import { boardAfter, cellsFor, type Line, linesOf, type WordedPlan } from './mend-lines.ts'

interface MendLinesProps {
  readonly plan: WordedPlan
  readonly loss: Loss
  /** Whose place was chosen by hand. */
  readonly fixed: ReadonlySet<SessionId>
  readonly onMove: (sessionId: SessionId, to: CellRef | null) => void
  /** The plan may choose again. */
  readonly onFree: (sessionId: SessionId) => void
}

/** Who moves where, one line each; another cell or the tray may be chosen, and the rest goes round it. */
export const MendLines = (props: MendLinesProps) => {
  const t = deskWords.use
  const forum = useForum()
  const lines = createMemo(() => linesOf(props.plan))
  const after = createMemo(() => boardAfter(forum.board(), props.loss, lines(), untrack(forum.context)))
  // By id, so that a plan that is made anew leaves the focus on the line that it was on.
  const ids = createMemo(() => lines().map(({ sessionId }) => sessionId))
  const summary = () => {
    const { moves, homeless } = props.plan
    const going = moves.filter(({ to }) => to !== null).length
    const parked = moves.length - going
    const parts = [
      going > 0 ? t().dropOut.moves(going) : '',
      parked > 0 ? t().dropOut.parked(parked) : '',
      homeless.length > 0 ? t().dropOut.homeless(homeless.length) : '',
    ]
    return ids().length === 0 ? t().dropOut.nobody : parts.filter((part) => part !== '').join(' · ')
  }
  return (
    <section class="desk-mending">
      <p role="status">
        <strong>{summary()}</strong>
      </p>
      <ul>
        <For each={ids()}>
          {(id) => (
            <Show when={lines().find(({ sessionId }) => sessionId === id)}>
              {(line) => (
                <MendLine
                  line={line()}
                  cells={cellsFor(after(), line(), untrack(forum.context))}
                  isFixed={props.fixed.has(id)}
                  onMove={(to) => props.onMove(id, to)}
                  onFree={() => props.onFree(id)}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
    </section>
  )
}

interface MendLineProps {
  readonly line: Line
  readonly cells: readonly CellRef[]
  readonly isFixed: boolean
  readonly onMove: (to: CellRef | null) => void
  readonly onFree: () => void
}

const keyOf = (cell: CellRef | null): string => (cell === null ? '' : cellKey(cell.roomId, cell.slotId))

const MendLine = (props: MendLineProps) => {
  const t = deskWords.use
  const forum = useForum()
  const acts = useActs()
  const title = () => forum.session(props.line.sessionId)?.title ?? ''
  const said = () => [
    ...(isHomeless() ? [t().dropOut.homelessHelp] : []),
    ...props.line.findings.map(({ message }) => message),
  ]
  const isHomeless = () => props.line.why === 'homeless'
  const keys = createMemo(() => props.cells.map(keyOf))
  const cellOf = (key: string) => props.cells.find((cell) => keyOf(cell) === key) ?? null
  return (
    <li classList={{ homeless: isHomeless() }}>
      <div>
        <strong dir="auto">{typeset(title())}</strong>
        <p class="soft">
          {acts.cellText(props.line.from)}
          <Show when={props.line.why === 'makes-room'}> · {t().dropOut.also}</Show>
          <Show when={props.isFixed}> · {t().dropOut.byHand}</Show>
        </p>
      </div>
      <select
        aria-label={t().dropOut.to(title())}
        onChange={(event) => props.onMove(cellOf(event.currentTarget.value))}
      >
        <For each={keys()}>
          {(key) => (
            <option value={key} selected={key === keyOf(props.line.to)}>
              {acts.cellText(cellOf(key) ?? props.line.from)}
            </option>
          )}
        </For>
        <option value="" selected={props.line.to === null}>
          {t().dropOut.park}
        </option>
      </select>
      <Show
        when={props.isFixed}
        fallback={
          <Button
            aria-label={t().dropOut.parkThis(title())}
            disabled={props.line.to === null}
            onClick={() => props.onMove(null)}
          >
            {t().dropOut.parkIt}
          </Button>
        }
      >
        <Button aria-label={t().dropOut.againThis(title())} onClick={() => props.onFree()}>
          {t().dropOut.again}
        </Button>
      </Show>
      <Show when={said().length > 0}>
        <div class="desk-care">
          <For each={said()}>{(sentence) => <p>{sentence}</p>}</For>
        </div>
      </Show>
    </li>
  )
}
