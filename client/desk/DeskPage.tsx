import { createComponent, createEffect, createMemo, For, Match, on, Show, Switch } from 'solid-js'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { ForumHeader } from '../ui/ForumHeader.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { CellsPart } from './CellsPart.tsx'
import { CollectivesPart } from './CollectivesPart.tsx'
import { DeskGate } from './DeskGate.tsx'
import { DoorsPart } from './DoorsPart.tsx'
import { DropOutPart } from './DropOutPart.tsx'
import { FramePart } from './FramePart.tsx'
import { HistoryPart } from './HistoryPart.tsx'
import { LinksPart } from './LinksPart.tsx'
import { LogPart } from './LogPart.tsx'
import { ProblemsPart } from './ProblemsPart.tsx'
import { type DeskPart, deskGroups, deskParts, readFragment } from './parts.ts'
import { RoomsPart } from './RoomsPart.tsx'
import { RulesPart } from './RulesPart.tsx'
import { SessionsPart } from './SessionsPart.tsx'
import { SlotsPart } from './SlotsPart.tsx'
import './desk.css'
import './desk-tables.css'
import './desk-controls.css'
import './desk-sizes.css'

const components = {
  sessions: SessionsPart,
  problems: ProblemsPart,
  cells: CellsPart,
  doors: DoorsPart,
  rooms: RoomsPart,
  slots: SlotsPart,
  'drop-out': DropOutPart,
  rules: RulesPart,
  collectives: CollectivesPart,
  frame: FramePart,
  links: LinksPart,
  log: LogPart,
  history: HistoryPart,
} as const satisfies Record<DeskPart, () => unknown>

/** In the order of their tabs. */
const groups = ['live', 'frame'] as const

/** The facilitators' page: everything the team does, one part at a time, by keyboard as well as by hand. */
export const DeskPage = () => {
  const t = deskWords.use
  const forum = useForum()
  createEffect(() => {
    document.title = t().pageTitle(forum.board().frame.name)
  })
  return (
    <>
      <ForumHeader page="desk" />
      <main class="desk" id="content">
        <h1 class="desk-title">{t().title}</h1>
        <Switch fallback={<DeskGate />}>
          <Match when={forum.you()?.role === 'facilitator'}>
            <DeskParts />
          </Match>
        </Switch>
      </main>
    </>
  )
}

const DeskParts = () => {
  const t = deskWords.use
  const location = useLocation()
  const part = createMemo((): DeskPart => {
    const fragment = readFragment(location().hash)
    return fragment.type === 'part' ? fragment.part : 'sessions'
  })
  const show = (wanted: DeskPart) => navigate(`${location().path}#${wanted}`, { replace: true, keepScroll: true })
  // Somebody who is of the team already may still come by the team's link: its secret leaves the address too.
  createEffect(
    on(location, ({ hash }) => {
      if (readFragment(hash).type === 'secret') show('sessions')
    }),
  )
  // A link in one part that leads to another is gone with its part.
  let panel: HTMLElement | undefined
  createEffect(on(part, () => document.activeElement === document.body && panel?.focus(), { defer: true }))
  const tabs = new Map<DeskPart, HTMLButtonElement>()
  const onKey = (event: KeyboardEvent) => {
    const at = deskParts.indexOf(part())
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: deskParts.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const wanted = deskParts[(to + deskParts.length) % deskParts.length] ?? 'sessions'
    show(wanted)
    tabs.get(wanted)?.focus()
  }
  return (
    <>
      <label class="desk-choice">
        <span>{t().partsLabel}</span>
        <select onChange={(event) => show(deskParts.find((name) => name === event.currentTarget.value) ?? 'sessions')}>
          <For each={groups}>
            {(group) => (
              <optgroup label={t().groups[group]}>
                <For each={deskGroups[group]}>
                  {(name) => (
                    <option value={name} selected={part() === name}>
                      {t().parts[name]}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </select>
      </label>
      <div class="desk-tabs" role="tablist" aria-label={t().partsLabel} onKeyDown={onKey}>
        <For each={groups}>
          {(group) => (
            <div role="presentation">
              <For each={deskGroups[group]}>
                {(name) => (
                  <button
                    type="button"
                    role="tab"
                    id={`tab-${name}`}
                    data-name={t().parts[name]}
                    ref={(element) => tabs.set(name, element)}
                    aria-selected={part() === name}
                    aria-controls="desk-part"
                    tabindex={part() === name ? 0 : -1}
                    onClick={() => show(name)}
                  >
                    {t().parts[name]}
                  </button>
                )}
              </For>
            </div>
          )}
        </For>
      </div>
      <div
        ref={(element) => {
          panel = element
        }}
        class="desk-part"
        id="desk-part"
        role="tabpanel"
        tabindex={-1}
        aria-labelledby={`tab-${part()}`}
      >
        <Show when={part()} keyed>
          {(name) => createComponent(components[name], {})}
        </Show>
      </div>
    </>
  )
}
