import { createMemo, For } from 'solid-js'
import { useForum } from '../sync/forum-context.tsx'

/** The names of this forum, offered while a name is typed (`list="desk-people"`). */
export const PeopleList = () => {
  const forum = useForum()
  const names = createMemo(() => [...new Set([...forum.people().values()].map((person) => person.name))].sort())
  return (
    <datalist id="desk-people">
      <For each={names()}>{(name) => <option value={name} />}</For>
    </datalist>
  )
}
