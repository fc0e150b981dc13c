import { createMemo, createSignal, For, Show } from 'solid-js'
import { deskWords } from '../i18n/desk.ts'
import { createChecks } from './create-checks.ts'
import { createReasons } from './create-reasons.ts'
import { keepFocusIn } from './keep-focus.ts'
import { ProblemRow } from './ProblemRow.tsx'
import './desk-problems.css'

/** Everything that stands against a rule now, by session, each with the cells that would mend it. */
export const ProblemsPart = () => {
  const t = deskWords.use
  let list: HTMLElement | undefined
  const { checks, isLost } = createChecks((change) => keepFocusIn(list, change))
  const reasons = createReasons()
  const [onlyBlocks, setOnlyBlocks] = createSignal(false)
  const all = () => checks()?.problems ?? []
  const shown = createMemo(() => all().filter(({ findings }) => !onlyBlocks() || findings[0]?.level === 'block'))
  // By id, so that an answer of the server draws no row anew under somebody's finger.
  const ids = createMemo(() => shown().map(({ sessionId }) => sessionId))
  return (
    <>
      <Show when={isLost()}>
        <p role="alert">{t().problems.lost}</p>
      </Show>
      <Show when={checks()} fallback={<p role="status">{t().problems.looking}</p>}>
        <Show
          when={all().length > 0}
          fallback={
            <section class="desk-box desk-calm">
              <h2>{t().problems.none}</h2>
              <p>{t().problems.noneHelp}</p>
            </section>
          }
        >
          <label class="check">
            <input
              type="checkbox"
              checked={onlyBlocks()}
              onChange={(event) => setOnlyBlocks(event.currentTarget.checked)}
            />
            <span>{t().problems.onlyBlocks}</span>
          </label>
          <p role="status" class="soft">
            {t().problems.count(ids().length)}
          </p>
          <ul
            class="desk-sessions"
            ref={(element) => {
              list = element
            }}
          >
            <For each={ids()}>
              {(id) => (
                <Show when={shown().find(({ sessionId }) => sessionId === id)}>
                  {(problem) => <ProblemRow problem={problem()} reason={reasons().get(id)} />}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </>
  )
}
