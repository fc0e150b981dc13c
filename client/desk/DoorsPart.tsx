import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { type Door, type DoorName, doorNames, isDoorOpen } from '../../shared/board.ts'
import { instantOf, localDate, localTime } from '../../shared/zone.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useDesk } from './use-desk.ts'

const SECOND = 1000

/** Proposing, pinning and starring: open or closed by hand, or at their own hours. */
export const DoorsPart = () => (
  <div class="desk-doors">
    <For each={doorNames}>{(door) => <DoorCard door={door} />}</For>
  </div>
)

const DoorCard = (props: { door: DoorName }) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const state = () => forum.board().doors[props.door]
  const name = () => t().doors.names[props.door]
  // The phone's clock ticks by whole seconds: a door opened this very second is open, not about to be.
  const now = () => forum.now() + SECOND
  const isOpen = () => isDoorOpen(state(), now())
  const sentence = (door: Door): string => {
    const { opensAt, closesAt } = door
    const until = closesAt === null ? '' : `, ${t().doors.openUntil(desk.moment(closesAt))}`
    if (opensAt !== null && isOpen()) return t().doors.openSince(desk.moment(opensAt)) + until
    return opensAt !== null && opensAt > now() ? t().doors.opens(desk.moment(opensAt)) + until : t().doors.closed
  }
  return (
    <section class={`desk-box desk-door ${isOpen() ? 'open' : 'shut'}`}>
      <h2>{name()}</h2>
      <p class="desk-door-state">{sentence(state())}</p>
      <Show
        when={isOpen()}
        fallback={
          <Button
            look="main"
            aria-label={t().doors.openThis(name())}
            onClick={() => void desk.run({ type: 'open-door', door: props.door }, t().doors.openThis(name()))}
          >
            {t().doors.openNow}
          </Button>
        }
      >
        <Button
          aria-label={t().doors.closeThis(name())}
          onClick={() => void desk.run({ type: 'close-door', door: props.door }, t().doors.closeThis(name()))}
        >
          {t().doors.closeNow}
        </Button>
      </Show>
      <DoorPlan door={props.door} state={state()} />
    </section>
  )
}

const DoorPlan = (props: { door: DoorName; state: Door }) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const zone = () => forum.board().frame.timeZone
  const typed = (at: number | null): string => (at === null ? '' : `${localDate(at, zone())}T${localTime(at, zone())}`)
  const read = (text: string): number | null => {
    const [date = '', time = ''] = text.split('T')
    return date === '' || time === '' ? null : instantOf(date, time.slice(0, 5), zone())
  }
  const [opens, setOpens] = createSignal(typed(props.state.opensAt))
  const [closes, setCloses] = createSignal(typed(props.state.closesAt))
  const [problem, setProblem] = createSignal<string>()
  // Opened, closed or planned by somebody else meanwhile: the fields say what is so, and not what was.
  createEffect(
    on(
      () => [props.state.opensAt, props.state.closesAt] as const,
      ([opensAt, closesAt]) => {
        setOpens(typed(opensAt))
        setCloses(typed(closesAt))
      },
      { defer: true },
    ),
  )
  const plan = async () => {
    const opensAt = read(opens())
    const closesAt = read(closes())
    const isBad = opensAt === null || (closesAt !== null && closesAt <= opensAt)
    setProblem(isBad ? t().doors.badTimes : undefined)
    if (opensAt === null || isBad) return
    const hours = closesAt === null ? { opensAt } : { opensAt, closesAt }
    await desk.run(
      { type: 'schedule-door', door: props.door, ...hours },
      t().doors.planned(t().doors.names[props.door]),
    )
  }
  return (
    <form
      class="desk-door-plan"
      onSubmit={(event) => {
        event.preventDefault()
        void plan()
      }}
    >
      <Field label={t().doors.from} problem={problem()}>
        {(control) => (
          <input
            ref={control}
            type="datetime-local"
            value={opens()}
            onInput={(event) => setOpens(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t().doors.to}>
        {(control) => (
          <input
            ref={control}
            type="datetime-local"
            value={closes()}
            onInput={(event) => setCloses(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit">{t().doors.plan}</Button>
    </form>
  )
}
