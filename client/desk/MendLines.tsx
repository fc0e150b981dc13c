import { createEffect, createMemo, For, on, Show } from 'solid-js'
import { type CellRef, cellKey, type SessionId } from '../../shared/ids.ts'
import { typeset } from '../../shared/words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useActs } from '../ui/use-acts.ts'
import { type Line, linesOf, otherLevels, othersByLevel, type WordedPlan } from './mend-lines.ts'

interface MendLinesProps {
  readonly plan: WordedPlan
  /** Whose place was chosen by hand. */
  readonly fixed: ReadonlySet<SessionId>
  readonly onMove: (sessionId: SessionId, to: CellRef | null) => void
  /** The plan may choose again. */
  readonly onFree: (sessionId: SessionId) => void
}

/** Who moves where, one line each; another cell or the tray may be chosen, and the rest goes round it. */
export const MendLines = (props: MendLinesProps) => {
  const t = deskWords.use
  const lines = createMemo(() => linesOf(props.plan))
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
  const others = createMemo(() => new Map(props.line.others.map((other) => [keyOf(other), other])))
  const groups = createMemo(() => othersByLevel(props.line.others))
  const choice = (key: string) => {
    const other = others().get(key)
    const sentence = other?.findings.map(({ message }) => message).join(' ') ?? ''
    const cell = other === undefined ? '' : acts.cellText(other)
    return sentence === '' ? cell : t().dropOut.choice(cell, sentence)
  }
  const choose = (key: string) => {
    const other = others().get(key)
    if (other !== undefined) props.onMove({ roomId: other.roomId, slotId: other.slotId })
    else if (key === '') props.onMove(null)
  }
  let field: HTMLSelectElement | undefined
  // Once its options stand, whichever were there before.
  createEffect(
    on([() => props.line.to, groups], ([to]) => {
      if (field !== undefined) field.value = keyOf(to)
    }),
  )
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
      <select ref={field} aria-label={t().dropOut.to(title())} onChange={(event) => choose(event.currentTarget.value)}>
        <Show when={props.line.to}>{(to) => <option value={keyOf(to())}>{acts.cellText(to())}</option>}</Show>
        <For each={otherLevels}>
          {(level) => (
            <Show when={groups()[level].length > 0}>
              <optgroup label={t().dropOut.others[level]}>
                <For each={groups()[level].map(keyOf)}>{(key) => <option value={key}>{choice(key)}</option>}</For>
              </optgroup>
            </Show>
          )}
        </For>
        <option value="">{t().dropOut.park}</option>
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
