import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Collective } from '../../shared/board.ts'
import type { CollectiveId, PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { findPerson } from './find-person.ts'
import { freshId } from './fresh-id.ts'
import { keepFocus } from './keep-focus.ts'
import { PeopleList } from './PeopleList.tsx'
import { SavedInput } from './SavedInput.tsx'
import { useDesk } from './use-desk.ts'

/** Collectives and who speaks for each. */
export const CollectivesPart = () => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const ids = createMemo(() => [...forum.board().collectives.keys()])
  const [name, setName] = createSignal('')
  const add = async () => {
    const collectiveId = freshId(name(), 'collective', (id) => forum.board().collectives.has(id))
    if (await desk.run({ type: 'add-collective', collectiveId, name: name() }, t().saved(name()))) setName('')
  }
  return (
    <>
      <p class="soft">{t().collectives.help}</p>
      <PeopleList />
      <Show when={ids().length > 0} fallback={<p>{t().collectives.none}</p>}>
        <For each={ids()}>
          {(id) => (
            <Show when={forum.board().collectives.get(id)}>
              {(collective) => <CollectiveCard id={id} collective={collective()} />}
            </Show>
          )}
        </For>
      </Show>
      <form
        class="desk-box"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Field label={t().collectives.name}>
          {(control) => (
            <input
              ref={control}
              type="text"
              required
              maxLength={limits.label}
              value={name()}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button look="main" type="submit">
          {t().add}
        </Button>
      </form>
    </>
  )
}

const CollectiveCard = (props: { id: CollectiveId; collective: Collective }) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const [typed, setTyped] = createSignal('')
  const [problem, setProblem] = createSignal<string>()
  const nameOf = (id: PersonId) => forum.people().get(id)?.name ?? t().log.someone
  const savePeople = (people: PersonId[]) =>
    desk.run({ type: 'edit-collective', collectiveId: props.id, people }, t().saved(props.collective.name))
  const addPerson = async () => {
    const person = findPerson(forum.people(), typed())
    setProblem(person === null ? t().collectives.unknownPerson : undefined)
    if (person === null) return
    if (await savePeople([...new Set([...props.collective.people, person.id])])) setTyped('')
  }
  return (
    <section class="desk-box">
      <div class="desk-pair">
        <Field label={t().collectives.name}>
          {(control) => (
            <SavedInput
              ref={control}
              maxLength={limits.label}
              saved={props.collective.name}
              onSave={(name) => desk.run({ type: 'edit-collective', collectiveId: props.id, name }, t().saved(name))}
            />
          )}
        </Field>
        <Button
          look="quiet"
          class="desk-end"
          aria-label={t().removeThis(props.collective.name)}
          onClick={(event) =>
            event.currentTarget instanceof HTMLElement &&
            void keepFocus(event.currentTarget, '.button.quiet', () =>
              desk.run({ type: 'remove-collective', collectiveId: props.id }, t().removed(props.collective.name)),
            )
          }
        >
          {t().remove}
        </Button>
      </div>
      <p class="legend">{t().collectives.people}</p>
      <ul class="row">
        <For each={props.collective.people} fallback={<li class="soft">{t().collectives.nobody}</li>}>
          {(id) => (
            <li class="desk-chip">
              <span dir="auto">{nameOf(id)}</span>
              <button
                type="button"
                aria-label={t().collectives.removePerson(nameOf(id))}
                onClick={(event) =>
                  void keepFocus(event.currentTarget, 'button', () =>
                    savePeople(props.collective.people.filter((other) => other !== id)),
                  )
                }
              >
                ✕
              </button>
            </li>
          )}
        </For>
      </ul>
      <form
        class="desk-pair"
        onSubmit={(event) => {
          event.preventDefault()
          void addPerson()
        }}
      >
        <Field label={t().collectives.addPerson} problem={problem()}>
          {(control) => (
            <input
              ref={control}
              type="text"
              required
              list="desk-people"
              autocomplete="off"
              value={typed()}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" class="desk-end">
          {t().add}
        </Button>
      </form>
    </section>
  )
}
