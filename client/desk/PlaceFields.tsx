import { For } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { consider } from '../../shared/consider.ts'
import type { CellRef } from '../../shared/ids.ts'
import { findingSentence } from '../../shared/sentences.ts'
import { datesOf, slotsOf } from '../../shared/slots.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { dayText, intervalText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Field } from '../ui/Field.tsx'

interface PlaceFieldsProps {
  /** The session that would go there; one that is only typed so far is judged too. */
  readonly session: Session
  readonly cell: CellRef
  readonly onCell: (cell: CellRef) => void
}

/** Room, then slot, as a card says them; beside each, whether the session may go there, and below, what speaks against it. */
export const PlaceFields = (props: PlaceFieldsProps) => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const rooms = () => [...forum.board().rooms.values()].filter((room) => room.kind !== 'continuous')
  const findings = (cell: CellRef) => consider(forum.board(), props.session, cell, forum.context())
  const verdict = (cell: CellRef): string => {
    if (cell.slotId === '' || cell.roomId === '') return ''
    return findings(cell)[0]?.level === 'block' ? ` – ${t().card.taken}` : ` – ${t().card.free}`
  }
  const sentences = (): string | undefined => {
    const { roomId, slotId } = props.cell
    if (roomId === '' || slotId === '') return undefined
    return findings(props.cell)
      .map((finding) => findingSentence(finding, language()))
      .join(' ')
  }
  return (
    <>
      <Field label={t().card.room}>
        {(control) => (
          <select
            ref={control}
            onChange={(event) => props.onCell({ ...props.cell, roomId: event.currentTarget.value })}
          >
            <option value="">{t().card.parked}</option>
            <For each={rooms()}>
              {(room) => (
                <option value={room.id} selected={props.cell.roomId === room.id}>
                  {room.name}
                  {verdict({ ...props.cell, roomId: room.id })}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Field label={t().card.slot} help={sentences()}>
        {(control) => (
          <select
            ref={control}
            onChange={(event) => props.onCell({ ...props.cell, slotId: event.currentTarget.value })}
          >
            <option value="">{t().card.parked}</option>
            <For each={datesOf(forum.board())}>
              {(date) => (
                <optgroup label={dayText(date, language())}>
                  <For each={slotsOf(forum.board(), date).filter((slot) => slot.kind === 'open')}>
                    {(slot) => (
                      <option value={slot.id} selected={props.cell.slotId === slot.id}>
                        {intervalText(slot, forum.board().frame.timeZone, language())} {slot.label}
                        {verdict({ ...props.cell, slotId: slot.id })}
                      </option>
                    )}
                  </For>
                </optgroup>
              )}
            </For>
          </select>
        )}
      </Field>
    </>
  )
}
