import { createMemo, createSignal, createUniqueId, For } from 'solid-js'
import type { PersonId } from '../../shared/ids.ts'
import { foldText } from '../../shared/words.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'
import './people-picker.css'

interface PeoplePickerProps {
  readonly label: string
  readonly help: string
  /** Said where nobody has the name that was typed. */
  readonly nobody: string
  /** The name of the button that takes somebody off. */
  readonly remove: (name: string) => string
  readonly chosen: readonly PersonId[]
  /** Not offered: chosen already by another way. */
  readonly except: readonly PersonId[]
  readonly limit: number
  readonly onChange: (chosen: readonly PersonId[]) => void
}

/** Chooses people by name, among those who are on the forum. */
export const PeoplePicker = (props: PeoplePickerProps) => {
  const t = useWords()
  const forum = useForum()
  const listId = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [missed, setMissed] = createSignal(false)
  const others = createMemo(() =>
    [...forum.people().values()]
      .filter(({ id }) => !props.except.includes(id) && !props.chosen.includes(id))
      .sort((a, b) => a.name.localeCompare(b.name)),
  )
  const add = (name: string, sure: boolean) => {
    setTyped(name)
    setMissed(false)
    const folded = foldText(name)
    const found = others().find((person) => (sure ? foldText(person.name) === folded : person.name === name))
    if (found !== undefined) {
      props.onChange([...props.chosen, found.id].slice(0, props.limit))
      setTyped('')
    } else if (sure && folded !== '') setMissed(true)
  }
  return (
    <div class="people-picker">
      <Field label={props.label} help={props.help} problem={missed() ? props.nobody : undefined}>
        {(control) => (
          <input
            ref={control}
            name="co-host"
            list={listId}
            autocomplete="off"
            value={typed()}
            dir="auto"
            onInput={(event) => add(event.currentTarget.value, false)}
            onChange={(event) => add(event.currentTarget.value, true)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              add(event.currentTarget.value, true)
            }}
          />
        )}
      </Field>
      <datalist id={listId}>
        <For each={others()}>{(person) => <option value={person.name} />}</For>
      </datalist>
      <ul class="row">
        <For each={props.chosen}>
          {(id) => {
            const name = () => forum.people().get(id)?.name ?? t().card.someone
            return (
              <li>
                <Button onClick={() => props.onChange(props.chosen.filter((other) => other !== id))}>
                  <span dir="auto" aria-hidden="true">
                    {name()} <Icon name="close" />
                  </span>
                  <span class="unseen">{props.remove(name())}</span>
                </Button>
              </li>
            )
          }}
        </For>
      </ul>
    </div>
  )
}
