import { For, Show } from 'solid-js'
import type { DoorName } from '../../shared/board.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'

const shown: readonly DoorName[] = ['propose', 'claim']

/** Doors that are closed, in words; nothing while all is open. (Starring says so itself when it is tried.) */
export const DoorStates = () => {
  const sentence = useDoorSentence()
  const sentences = () => shown.map(sentence).filter((said) => said !== '')
  return (
    <Show when={sentences().length > 0}>
      <div class="doors">
        <For each={sentences()}>{(said) => <p>{said}</p>}</For>
      </div>
    </Show>
  )
}
