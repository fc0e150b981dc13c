import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js'
import type { Room } from '../../shared/board.ts'
import type { SessionId } from '../../shared/ids.ts'
import { createSteady } from '../sync/create-steady.ts'
import { useForum } from '../sync/forum-context.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { isWanting, type Wanted, wantedOf, wantsSessions, withWanted } from './wanted.ts'

/** What is looked for on the board. A grid fades what was not asked for; a list leaves it out. */
export interface Find {
  readonly wanted: Accessor<Wanted>
  /** Whether the fields are on the screen: they were asked for, or the address asks for something. */
  readonly isOpen: Accessor<boolean>
  open(): void
  close(): void
  /** Puts the wish in the address, which can be shared. */
  want(wanted: Wanted): void
  /** Null while nothing certain is asked for, or what answers is still on its way. */
  readonly found: Accessor<ReadonlySet<SessionId> | null>
  shows(sessionId: SessionId): boolean
  showsRoom(room: Room): boolean
  readonly showsFree: Accessor<boolean>
}

type FoundCode = typeof import('./found.ts')

/** Reads the wish from the address, and fetches what answers it only when there is one. */
export const createFind = (): Find => {
  const forum = useForum()
  const location = useLocation()
  const [isAsked, setAsked] = createSignal(false)
  const [code, setCode] = createSignal<FoundCode | null>(null)
  // As one string, so that another day or a sheet in the address changes nothing here.
  const said = createSteady(() => JSON.stringify(wantedOf(location().search)))
  const wanted = createMemo<Wanted>(() => JSON.parse(said()))
  const isOpen = () => isAsked() || isWanting(wanted())
  createEffect(() => {
    if (!isOpen() || code() !== null) return
    // Without network the whole board stays in sight.
    const nothing = () => null
    void import('./found.ts').catch(nothing).then((loaded) => setCode(() => loaded))
  })
  const found = createSteady(() => {
    const search = code()
    if (search === null || !isWanting(wanted())) return null
    return search.sessionsFound({ board: forum.board(), stars: forum.stars(), people: forum.people() }, wanted())
  })
  const want = (next: Wanted) => {
    const search = withWanted(location().search, next)
    navigate(`${location().path}${search.size > 0 ? `?${search}` : ''}`, { replace: true, keepScroll: true })
  }
  return {
    wanted,
    isOpen,
    open: () => setAsked(true),
    close: () => setAsked(false),
    want,
    found,
    shows: (sessionId) => found()?.has(sessionId) ?? true,
    showsRoom: (room) => wanted().building === '' || room.building === wanted().building,
    showsFree: () => wanted().free || !wantsSessions(wanted()),
  }
}
