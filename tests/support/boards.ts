import { type Board, emptyBoard, type Role, type Session } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Context } from '../../shared/context.ts'
import { decide } from '../../shared/decide.ts'
import type { Decision } from '../../shared/decision.ts'
import type { BoardEvent, Entry } from '../../shared/events.ts'
import { evolve } from '../../shared/evolve.ts'
import type { Language } from '../../shared/language.ts'
import type { Finding } from '../../shared/refusals.ts'
import { findingSentence } from '../../shared/sentences.ts'
import type { Instant, LocalTime } from '../../shared/time.ts'
import { instantOf } from '../../shared/zone.ts'

export const zone = 'Europe/Paris'
export const day = '2024-07-03'

/** An instant of the test day, by its wall clock. */
export const at = (time: LocalTime, date = day): Instant => instantOf(date, time, zone)

/** The evening before: nothing has begun yet. */
export const before = at('20:00', '2024-07-02')

/** UUIDs that can be read: `sessionId(3)`. */
export const sessionId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const by = (personId: string, role: Role = 'participant', now: Instant = before): Context => ({
  actor: { personId, role },
  now,
  interest: () => 0,
})

export const team: Context = by('team', 'facilitator')

/** Folds commands that must be accepted; says which was not. */
export const build = (board: Board, steps: readonly (readonly [Context, Command])[]): Board =>
  steps.reduce((folded, [context, command]) => {
    const decision = decide(folded, command, context)
    if (decision.type === 'refused') throw new Error(`${command.type} refused: ${JSON.stringify(decision.refusal)}`)
    return decision.events.reduce((next, event) => evolve(next, event, context.now), folded)
  }, board)

const frame: readonly Command[] = [
  { type: 'frame-forum', name: 'Essai', timeZone: zone },
  { type: 'add-room', roomId: 'b101', name: 'B101', capacity: 40, features: ['Vidéoprojecteur', 'ascenseur'] },
  { type: 'add-room', roomId: 'b102', name: 'B102', capacity: 20 },
  { type: 'add-room', roomId: 'hall', name: 'Hall' },
  { type: 'add-room', roomId: 'fablab', name: 'Fablab', kind: 'continuous' },
  { type: 'add-slot', slotId: 's1', date: day, start: '09:30', end: '10:30' },
  { type: 'add-slot', slotId: 's2', date: day, start: '10:45', end: '11:45' },
  { type: 'add-slot', slotId: 'buffet', date: day, start: '12:00', end: '13:30', kind: 'common', label: 'Buffet' },
  { type: 'add-slot', slotId: 's3', date: day, start: '13:30', end: '14:30' },
  { type: 'add-slot', slotId: 's4', date: day, start: '14:30', end: '15:30' },
  /** Overlaps s3 and s4: a two-hour workshop beside two one-hour rounds. */
  { type: 'add-slot', slotId: 'long', date: day, start: '13:30', end: '15:30' },
  { type: 'open-door', door: 'propose' },
  { type: 'open-door', door: 'claim' },
  { type: 'open-door', door: 'star' },
]

/** Three rooms and a fablab; five open slots, two of which a longer one overlaps; every door open. */
export const smallBoard: Board = build(
  emptyBoard,
  frame.map((command) => [team, command] as const),
)

export const propose = (n: number, more: Partial<Extract<Command, { type: 'propose' }>> = {}): Command => ({
  type: 'propose',
  sessionId: sessionId(n),
  title: `Sujet ${n}`,
  ...more,
})

export const claim = (n: number, roomId: string, slotId: string): Command => ({
  type: 'claim',
  sessionId: sessionId(n),
  roomId,
  slotId,
})

/** The first entry of a log, of these events. */
export const entryBy = (personId: string, ...events: readonly BoardEvent[]): Entry => ({
  seq: 1,
  commandId: sessionId(9),
  by: personId,
  at: before,
  events,
})

/** The small board with Ana's session 1 and Brieuc's session 2, both parked. */
export const proposed: Board = build(smallBoard, [
  [by('ana'), propose(1)],
  [by('brieuc'), propose(2)],
])

/** Rule and level of what was found, in order. */
export const found = (decision: Decision): readonly string[] => {
  const findings: readonly Finding[] = decision.type === 'accepted' ? decision.findings : decision.refusal.findings
  return findings.map(({ rule, level }) => `${level} ${rule}`)
}

/** What was found, as it is said. */
export const told = (decision: Decision, language: Language = 'fr'): readonly string[] => {
  const findings: readonly Finding[] = decision.type === 'accepted' ? decision.findings : decision.refusal.findings
  return findings.map((finding) => findingSentence(finding, language))
}

/** The session of that number, which must be there. */
export const sessionOn = (board: Board, n: number): Session => {
  const session = board.sessions.get(sessionId(n))
  if (session === undefined) throw new Error(`session ${n} is not there`)
  return session
}

/** The board with one session inside another, as an accepted merge leaves it. */
export const mergedInto = (board: Board, n: number, into: number): Board =>
  evolve(
    board,
    {
      type: 'session-merged',
      sessionId: sessionId(n),
      merged: { intoId: sessionId(into), cell: null, lent: false },
    },
    before,
  )
