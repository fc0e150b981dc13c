import { For, Show } from 'solid-js'
import { ruleIds } from '../../shared/refusals.ts'
import { deskWords } from '../i18n/desk.ts'
import { createChecks } from './create-checks.ts'
import { OfferFigure } from './RuleFigures.tsx'
import { RuleRow } from './RuleRow.tsx'
import './desk-rules.css'

/** Every rule with its level, its figures, and the sessions that it would speak of now. */
export const RulesPart = () => {
  const t = deskWords.use
  const { checks, isLost } = createChecks()
  return (
    <>
      <p>{t().rules.help}</p>
      <Show when={isLost()}>
        <p role="alert">{t().problems.lost}</p>
      </Show>
      <ul class="desk-rules">
        <For each={ruleIds}>{(rule) => <RuleRow rule={rule} sessionIds={checks()?.affected[rule]} />}</For>
      </ul>
      <OfferFigure />
    </>
  )
}
