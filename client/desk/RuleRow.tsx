import { For, Match, Show, Switch } from 'solid-js'
import type { SessionId } from '../../shared/ids.ts'
import { levels, type RuleId } from '../../shared/refusals.ts'
import { defaultLevels, levelOf } from '../../shared/rules/defaults.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { LateFigures, OwnLimitFigure, TurnOverFigure } from './RuleFigures.tsx'
import { useDesk } from './use-desk.ts'
import { WalkFigures } from './WalkFigures.tsx'

/** Rules about what somebody does: nobody does anything while a list is read, so they concern no session by themselves. */
const aboutActs: ReadonlySet<RuleId> = new Set(['actor-may', 'locked', 'door-open', 'slot-begun', 'late-pool'])

interface RuleRowProps {
  readonly rule: RuleId
  /** Whom it would speak of now; undefined while the server has not said. */
  readonly sessionIds: readonly SessionId[] | undefined
}

/** One rule: what it asks, how strict it is, the figures it goes by, and whom it concerns now. */
export const RuleRow = (props: RuleRowProps) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const words = () => t().rules.rules[props.rule]
  const level = () => levelOf(forum.board(), props.rule)
  const usual = () => defaultLevels[props.rule][forum.frame().mode]
  const levelText = (each: (typeof levels)[number]) =>
    each === usual() ? t().rules.usual(t().rules.levels[each]) : t().rules.levels[each]
  const choose = async (field: HTMLSelectElement) => {
    const chosen = levels.find((each) => each === field.value)
    if (chosen === undefined) return
    await desk.run({ type: 'set-rule', rule: props.rule, level: chosen }, t().saved(words().name))
    // Where it was refused, the list says again what is so.
    field.value = level()
  }
  return (
    <li class="desk-rule" data-level={level()}>
      <div>
        <strong>{words().name}</strong>
        <p class="soft">{words().sentence}</p>
      </div>
      <Show
        when={props.rule !== 'place-free'}
        fallback={
          <p class="desk-rule-always">
            <strong>{t().rules.always}</strong>
          </p>
        }
      >
        <select
          aria-label={t().rules.level(words().name)}
          value={level()}
          onChange={(event) => void choose(event.currentTarget)}
        >
          <For each={levels}>
            {(each) => (
              <option value={each} selected={each === level()}>
                {levelText(each)}
              </option>
            )}
          </For>
        </select>
      </Show>
      <Show when={props.sessionIds} fallback={<p class="desk-rule-whom" />}>
        {(ids) => <Concerned rule={props.rule} sessionIds={ids()} />}
      </Show>
      <Switch>
        <Match when={props.rule === 'late-pool'}>
          <LateFigures />
        </Match>
        <Match when={props.rule === 'own-limit'}>
          <OwnLimitFigure />
        </Match>
        <Match when={props.rule === 'turn-over'}>
          <TurnOverFigure />
        </Match>
        <Match when={props.rule === 'walking-time'}>
          <WalkFigures />
        </Match>
      </Switch>
    </li>
  )
}

const Concerned = (props: { readonly rule: RuleId; readonly sessionIds: readonly SessionId[] }) => {
  const t = deskWords.use
  const forum = useForum()
  return (
    <Show
      when={props.sessionIds.length > 0}
      fallback={<p class="soft desk-rule-whom">{aboutActs.has(props.rule) ? t().rules.onActs : t().rules.nobody}</p>}
    >
      <details class="desk-rule-whom">
        <summary>{t().rules.affected(props.sessionIds.length)}</summary>
        <ul>
          <For each={props.sessionIds}>
            {(id) => (
              <li>
                <a href={`/${forum.slug}/sessions/${id}`} dir="auto">
                  {forum.session(id)?.title}
                </a>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
