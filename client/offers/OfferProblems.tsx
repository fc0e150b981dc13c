import { For, Show } from 'solid-js'

interface OfferProblemsProps {
  readonly problems: readonly string[]
  /** Over a dialog the page's own live region is not heard. */
  readonly role?: 'alert'
}

/** All that speaks against what was asked. */
export const OfferProblems = (props: OfferProblemsProps) => (
  <Show when={props.problems.length > 0}>
    <ul class="offer-problems" role={props.role}>
      <For each={props.problems}>{(problem) => <li>{problem}</li>}</For>
    </ul>
  </Show>
)
