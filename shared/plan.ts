import { type Board, emptyBoard } from './board.ts'
import type { Command } from './commands/command.schema.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { ForumPlan } from './plan.schema.ts'
import { fault, type Refusal } from './refusals.ts'
import type { Instant } from './time.ts'
import { foldText, slugOf } from './words.ts'

/** Readable ids, each once: "B102" gives "b102", a second one "b102-2". */
const idMaker = (): ((name: string, otherwise: string) => string) => {
  const taken = new Set<string>()
  return (name, otherwise) => {
    const base = slugOf(name) || otherwise
    let id = base
    for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`
    taken.add(id)
    return id
  }
}

/**
 * The commands that build a planned forum, in order: frame, mode, rooms, days, slots, collectives, reserved cells, and
 * the doors of a new forum (proposing and starring open, the market closed until the team opens it).
 */
export const planCommands = (plan: ForumPlan): readonly Command[] => {
  const roomId = idMaker()
  const slotId = idMaker()
  const collectiveId = idMaker()
  const { name, theme, place, timeZone, expectedPeople, notice } = plan
  const rooms = plan.rooms.map((room) => ({ ...room, roomId: roomId(room.name, 'room') }))
  const slots = plan.days.flatMap(({ date, slots }) =>
    slots.map((slot) => ({ ...slot, date, slotId: slotId(`${date}-${slot.start.replace(':', '')}`, 'slot') })),
  )
  const collectives = new Map<string, string>()
  for (const { collective } of plan.reserved) {
    if (!collectives.has(collective)) collectives.set(collective, collectiveId(collective, 'collective'))
  }
  return [
    { type: 'frame-forum', name, theme, place, timeZone, expectedPeople, notice },
    { type: 'set-mode', mode: plan.mode },
    ...rooms.map((room): Command => ({ type: 'add-room', ...room })),
    ...plan.days.map(({ date, label }): Command => ({ type: 'label-day', date, label })),
    ...slots.map((slot): Command => ({ type: 'add-slot', ...slot })),
    ...[...collectives].map(([name, id]): Command => ({ type: 'add-collective', collectiveId: id, name })),
    ...plan.reserved.flatMap((reservation): readonly Command[] => {
      const names = new Set(reservation.rooms.map(foldText))
      const cells = slots
        .filter((slot) => slot.date === reservation.date && slot.kind === 'open')
        .flatMap(({ slotId }) =>
          rooms.filter((room) => names.has(foldText(room.name))).map(({ roomId }) => ({ roomId, slotId })),
        )
      const id = collectives.get(reservation.collective) ?? null
      return cells.length === 0 ? [] : [{ type: 'set-cells', cells, use: { type: 'reserved', collectiveId: id } }]
    }),
    { type: 'open-door', door: 'propose' },
    { type: 'open-door', door: 'star' },
  ]
}

/** The board that commands of the team would make, or the first that is refused. */
export type Draft =
  | { readonly type: 'drawn'; readonly board: Board }
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly command: Command }

/** Folds the team's commands over an empty board by the same rules as a live one: the set-up's preview and its dry run. */
export const draftBoard = (commands: readonly Command[], now: Instant): Draft => {
  const context: Context = { actor: { personId: 'draft', role: 'facilitator' }, now, interest: () => 0 }
  let board = emptyBoard
  for (const command of commands) {
    const decision = decide(board, command, context)
    if (decision.type === 'refused') return { type: 'refused', refusal: decision.refusal, command }
    board = decision.events.reduce((folded, event) => evolve(folded, event, now), board)
  }
  const first = commands[0]
  return board.frame.name === '' && first !== undefined
    ? { type: 'refused', refusal: fault('empty-text'), command: first }
    : { type: 'drawn', board }
}
