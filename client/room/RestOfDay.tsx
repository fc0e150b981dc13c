import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { typeset } from '../../shared/words.ts'
import { roomWords } from '../i18n/room.ts'
import { useForum } from '../sync/forum-context.tsx'
import { useDoorSentence } from '../ui/use-door-sentence.ts'
import { proposeHere } from './propose-here.ts'
import type { DayLine, RoomView } from './room-view.ts'

interface RestOfDayProps {
  readonly view: RoomView
  readonly time: (at: number) => string
}

/** What is still to come here today: sessions, common moments, and the free hours between them. */
export const RestOfDay = (props: RestOfDayProps) => {
  const t = roomWords.use
  const forum = useForum()
  const doorSentence = useDoorSentence()
  const still = (): readonly DayLine[] => {
    const { day, rest, serverTime } = props.view
    if (day !== undefined) return day.filter(({ start }) => start > serverTime)
    return rest.map((held) => ({ type: 'held', start: held.placement.start, end: held.placement.end, held }))
  }
  // By what they are, so that a line that stays is not drawn anew under a finger.
  const lines = createMemo(() => new Map(still().map((line) => [`${line.type} ${line.start} ${line.end}`, line])))
  const mayTake = () =>
    forum.load() === 'ready' && (forum.you()?.role === 'facilitator' || doorSentence('claim') === '')
  const as = <T extends DayLine['type']>(line: DayLine, type: T) =>
    line.type === type ? (line as Extract<DayLine, { type: T }>) : null
  const isNext = ({ type, start }: DayLine) => type === 'held' && start === props.view.next?.placement.start
  return (
    <Show when={lines().size > 0}>
      <section class="room-block room-rest">
        <h2>{t().rest}</h2>
        <ul>
          <For each={[...lines().keys()]}>
            {(key) => (
              <Show when={lines().get(key)}>
                {(line) => (
                  <li class={line().type} classList={{ next: isNext(line()) }}>
                    <span class="room-rest-hours">{t().from(props.time(line().start), props.time(line().end))}</span>
                    <Switch>
                      <Match when={as(line(), 'held')}>
                        {(shown) => (
                          <a
                            href={`/${forum.slug}/sessions/${shown().held.session.id}`}
                            dir="auto"
                            lang={shown().held.session.language || undefined}
                          >
                            {typeset(shown().held.session.title)}
                          </a>
                        )}
                      </Match>
                      <Match when={as(line(), 'common')}>
                        {(shown) => <em dir="auto">{shown().label === '' ? t().commonMoment : shown().label}</em>}
                      </Match>
                      <Match when={as(line(), 'shut')}>{(shown) => <span class="soft">{t()[shown().why]}</span>}</Match>
                      <Match when={as(line(), 'free')}>
                        {(shown) => (
                          <Show when={mayTake()} fallback={<span class="room-rest-free">{t().freeLine}</span>}>
                            <a
                              class="room-rest-free"
                              href={proposeHere(forum.slug, props.view.room.id, shown().slotId)}
                            >
                              {t().freeLine}
                              <span class="unseen">, {t().takeNew}</span>
                            </a>
                          </Show>
                        )}
                      </Match>
                    </Switch>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
