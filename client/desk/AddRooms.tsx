import { createMemo, createSignal, For } from 'solid-js'
import type { Room } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import { parseRooms } from '../../shared/paste.ts'
import { deskWords } from '../i18n/desk.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { freshId } from './fresh-id.ts'
import { useDesk } from './use-desk.ts'

/** Adds one room or many, as they are pasted. */
export const AddRooms = (props: { taken: readonly Room[] }) => {
  const t = deskWords.use
  const desk = useDesk()
  const [text, setText] = createSignal('')
  const read = createMemo(() =>
    parseRooms(
      text(),
      props.taken.map((room) => room.name),
    ),
  )
  const add = async () => {
    const ids = new Set(props.taken.map((room) => room.id))
    const commands = read().rooms.map((room): Command => {
      const roomId = freshId(room.name, 'room', (id) => ids.has(id))
      ids.add(roomId)
      return { type: 'add-room', roomId, ...room }
    })
    const list = read()
      .rooms.map((room) => room.name)
      .join(', ')
    if (commands.length > 0 && (await desk.runAll(commands, t().saved(list)))) setText('')
  }
  return (
    <form
      class="desk-box"
      onSubmit={(event) => {
        event.preventDefault()
        if (read().problems.length === 0) void add()
      }}
    >
      <h2>{t().rooms.addTitle}</h2>
      <Field label={t().rooms.addField}>
        {(control) => (
          <textarea
            ref={control}
            rows={2}
            spellcheck={false}
            placeholder={t().rooms.addExample}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <For each={read().problems}>
        {(problem) => (
          <p class="desk-problem" role="alert">
            {t().rooms.problem(problem.line, problem.taken)}
          </p>
        )}
      </For>
      <Button look="main" type="submit" disabled={read().rooms.length === 0 || read().problems.length > 0}>
        {t().add}
      </Button>
    </form>
  )
}
