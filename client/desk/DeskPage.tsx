import { createComponent, createEffect, createMemo, For, Match, on, Show, Switch } from 'solid-js'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { ForumHeader } from '../ui/ForumHeader.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { CellsPart } from './CellsPart.tsx'
import { CollectivesPart } from './CollectivesPart.tsx'
import { DeskGate } from './DeskGate.tsx'
import { DoorsPart } from './DoorsPart.tsx'
import { FramePart } from './FramePart.tsx'
import { LinksPart } from './LinksPart.tsx'
import { LogPart } from './LogPart.tsx'
import { type DeskPart, deskParts, readFragment } from './parts.ts'
import { RoomsPart } from './RoomsPart.tsx'
import { SessionsPart } from './SessionsPart.tsx'
import { SlotsPart } from './SlotsPart.tsx'
import './desk.css'
import './desk-tables.css'
import './desk-controls.css'
import './desk-sizes.css'

const components = {
  sessions: SessionsPart,
  cells: CellsPart,
  doors: DoorsPart,
  rooms: RoomsPart,
  slots: SlotsPart,
  collectives: CollectivesPart,
  frame: FramePart,
  links: LinksPart,
  log: LogPart,
} as const satisfies Record<DeskPart, () => unknown>

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
  const tabs = new Map<DeskPart, HTMLButtonElement>()
  createEffect(() => tabs.get(part())?.scrollIntoView({ inline: 'center', block: 'nearest' }))
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
      <div class="desk-tabs" role="tablist" aria-label={t().partsLabel} onKeyDown={onKey}>
        <For each={deskParts}>
          {(name) => (
            <button
              type="button"
              role="tab"
              id={`tab-${name}`}
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
      <div class="desk-part" id="desk-part" role="tabpanel" tabindex={-1} aria-labelledby={`tab-${part()}`}>
        <Show when={part()} keyed>
          {(name) => createComponent(components[name], {})}
        </Show>
      </div>
    </>
  )
}
