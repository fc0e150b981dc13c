import { createMemo, createSignal, createUniqueId, For } from 'solid-js'
import type { PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { foldText } from '../../shared/words.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'

interface CoHostsProps {
  readonly chosen: readonly PersonId[]
  readonly onChange: (chosen: readonly PersonId[]) => void
}

/** Co-hosts by name, among the people who are on the forum. */
export const CoHosts = (props: CoHostsProps) => {
  const t = proposeWords.use
  const common = useWords()
  const forum = useForum()
  const listId = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [missed, setMissed] = createSignal(false)
  const others = createMemo(() =>
    [...forum.people().values()]
      .filter(({ id }) => id !== forum.you()?.id && !props.chosen.includes(id))
      .sort((a, b) => a.name.localeCompare(b.name)),
  )
  const add = (name: string, sure: boolean) => {
    setTyped(name)
    setMissed(false)
    const folded = foldText(name)
    const found = others().find((person) => (sure ? foldText(person.name) === folded : person.name === name))
    if (found !== undefined) {
      props.onChange([...props.chosen, found.id].slice(0, limits.hostsPerSession - 1))
      setTyped('')
    } else if (sure && folded !== '') setMissed(true)
  }
  return (
    <div class="stack">
      <Field label={t().coHosts} help={t().coHostsHelp} problem={missed() ? t().nobodyFound : undefined}>
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
            const name = () => forum.people().get(id)?.name ?? common().card.someone
            return (
              <li>
                <Button onClick={() => props.onChange(props.chosen.filter((other) => other !== id))}>
                  <span dir="auto" aria-hidden="true">
                    {name()} <Icon name="close" />
                  </span>
                  <span class="unseen">{t().removeCoHost(name())}</span>
                </Button>
              </li>
            )
          }}
        </For>
      </ul>
    </div>
  )
}
