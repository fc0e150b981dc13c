import { createComputed, createEffect, createMemo, createSignal, For, on, Show, untrack } from 'solid-js'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import { parseTime } from '../../shared/paste.ts'
import { datesOf, slotsOf } from '../../shared/slots.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { dayText, intervalText, shortDayText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Field } from '../ui/Field.tsx'
import type { About } from './parts.ts'

const kinds = ['room', 'slot', 'hours'] as const

interface LossFieldsProps {
  /** What the address says has dropped out. */
  readonly about: About | null
  readonly onLoss: (loss: Loss | null) => void
}

/** What is no longer there; says so as soon as enough is chosen, and null while it is not. */
export const LossFields = (props: LossFieldsProps) => {
  const t = deskWords.use
  const forum = useForum()
  const [kind, setKind] = createSignal<Loss['type']>('room')
  const [roomId, setRoomId] = createSignal('')
  const [from, setFrom] = createSignal('')
  const [until, setUntil] = createSignal('')
  const [start, setStart] = createSignal('')
  const [end, setEnd] = createSignal('')
  const rooms = () => [...forum.board().rooms.values()].filter((room) => room.kind !== 'continuous')
  const open = createMemo(() => [...forum.board().slots.values()].filter((slot) => slot.kind === 'open'))
  /** From one slot to another, in time; to the end of the forum where nothing says until when. */
  const span = () => {
    const ids = open().map(({ id }) => id)
    const [first, last] = [ids.indexOf(from()), ids.indexOf(until())]
    return first < 0 ? [] : ids.slice(first, last < first ? ids.length : last + 1)
  }
  const chooseRoom = (id: string) => {
    if (from() === '') setFrom(nextSlot())
    setRoomId(id)
  }
  const isBad = () => kind() === 'hours' && start() !== '' && end() !== '' && !(parseTime(start()) && parseTime(end()))
  const loss = (): Loss | null => {
    const slotId = from()
    if (slotId === '') return null
    switch (kind()) {
      case 'room':
        return roomId() === '' ? null : { type: 'room', roomId: roomId(), slotIds: span() }
      case 'slot':
        return { type: 'slot', slotId }
      case 'hours': {
        const [begins, ends] = [parseTime(start()), parseTime(end())]
        return begins === null || ends === null ? null : { type: 'hours', slotId, start: begins, end: ends }
      }
    }
  }
  /** A room that closes does so from the slot on that is now, or comes next. */
  const nextSlot = () => (open().find((slot) => slot.end > untrack(forum.now)) ?? open()[0])?.id ?? ''
  createComputed(
    on(
      () => props.about,
      (about) => {
        if (about === null) return
        setKind(about.kind)
        setRoomId(about.kind === 'room' ? about.id : '')
        setFrom(about.kind === 'room' ? nextSlot() : about.id)
        setUntil('')
      },
    ),
  )
  createEffect(on([kind, roomId, from, until, start, end], () => props.onLoss(loss())))
  return (
    <section class="desk-box">
      <fieldset class="desk-loss">
        <legend class="legend">{t().dropOut.what}</legend>
        <For each={kinds}>
          {(each) => (
            <label class="check">
              <input type="radio" name="loss" checked={kind() === each} onChange={() => setKind(each)} />
              <span>{t().dropOut.kinds[each]}</span>
            </label>
          )}
        </For>
      </fieldset>
      <div class="desk-pair">
        <Show when={kind() === 'room'}>
          <Field label={t().dropOut.room}>
            {(control) => (
              <select ref={control} onChange={(event) => chooseRoom(event.currentTarget.value)}>
                <option value="">{t().dropOut.chooseOne}</option>
                <For each={rooms()}>
                  {(room) => (
                    <option value={room.id} selected={room.id === roomId()}>
                      {room.name}
                    </option>
                  )}
                </For>
              </select>
            )}
          </Field>
        </Show>
        <Field label={kind() === 'room' ? t().dropOut.from : t().dropOut.slot}>
          {(control) => <SlotChoice control={control} none={t().dropOut.chooseOne} chosen={from()} onSlot={setFrom} />}
        </Field>
        <Show when={kind() === 'room'}>
          <Field label={t().dropOut.until}>
            {(control) => (
              <SlotChoice control={control} none={t().dropOut.untilEnd} chosen={until()} onSlot={setUntil} />
            )}
          </Field>
        </Show>
        <Show when={kind() === 'hours'}>
          <Field label={t().dropOut.start} problem={isBad() ? t().dropOut.badHours : undefined}>
            {(control) => <input ref={control} type="text" onInput={(event) => setStart(event.currentTarget.value)} />}
          </Field>
          <Field label={t().dropOut.end}>
            {(control) => <input ref={control} type="text" onInput={(event) => setEnd(event.currentTarget.value)} />}
          </Field>
        </Show>
      </div>
    </section>
  )
}

interface SlotChoiceProps {
  readonly control: (element: HTMLElement) => void
  /** What choosing none means. */
  readonly none: string
  readonly chosen: string
  readonly onSlot: (slotId: string) => void
}

const SlotChoice = (props: SlotChoiceProps) => {
  const language = useLanguage()
  const forum = useForum()
  const dates = () => datesOf(forum.board())
  return (
    <select ref={props.control} onChange={(event) => props.onSlot(event.currentTarget.value)}>
      <option value="">{props.none}</option>
      <For each={dates()}>
        {(date) => (
          <optgroup label={dayText(date, language())}>
            <For each={slotsOf(forum.board(), date).filter((slot) => slot.kind === 'open')}>
              {(slot) => (
                <option value={slot.id} selected={slot.id === props.chosen}>
                  {dates().length > 1 ? `${shortDayText(date, language())} ` : ''}
                  {intervalText(slot, forum.frame().timeZone, language())} {slot.label}
                </option>
              )}
            </For>
          </optgroup>
        )}
      </For>
    </select>
  )
}
