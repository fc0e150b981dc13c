import { randomUUID } from 'node:crypto'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { sessionId } from '../support/boards.ts'
import type { Random } from '../support/random.ts'
import type { TestApp } from '../support/test-app.ts'
import { widePlan } from '../support/wide-plan.ts'

/* The two days that the wall of the soak stands in. */

export const dates = ['2027-06-12', '2027-06-13'] as const
const hours = Array.from({ length: 14 }, (_, n) => String(n + 8).padStart(2, '0'))
/** Of each day's cells two in five are taken, at any time: the wall has as much to draw at the end as in the beginning. */
const perDay = 34

export const wallPlan: ForumPlan = {
  ...widePlan(6, 0, 0),
  days: dates.map((date) => ({
    date,
    label: '',
    slots: hours.map((hour) => ({ start: `${hour}:00`, end: `${hour}:50`, kind: 'open', label: '' })),
  })),
}

/** A forum in which the team goes on moving things about. */
export interface LivelyDay {
  /** Something changes: a session goes elsewhere on its day, has another title, or gives way to a new one. */
  change(): Promise<void>
}

/** Places the sessions of both days. */
export const livelyDay = async ({ forum, joinTeam }: TestApp, random: Random): Promise<LivelyDay> => {
  const { board } = forum
  const { person } = await joinTeam('Camille')
  const actor = { personId: person.id, role: 'facilitator' } as const
  const submit = async (command: Command): Promise<boolean> =>
    (await board.submit({ id: randomUUID(), command, actor })).type === 'accepted'
  const places = [...board.board.rooms.keys()]
  const slotsOf = (day: number) => [...board.board.slots.values()].filter(({ date }) => date === dates[day])
  const own: { id: string; readonly day: number }[] = []
  let made = 0

  /** In a free cell of its day; there are always some. */
  const place = async (id: string, day: number): Promise<void> => {
    for (;;) {
      const cell = { roomId: random.pick(places), slotId: random.pick(slotsOf(day)).id }
      if (await submit({ type: 'claim', sessionId: id, ...cell })) return
    }
  }
  const propose = async (day: number): Promise<string> => {
    const id = sessionId(made)
    made += 1
    await submit({ type: 'propose', sessionId: id, title: `Sujet ${made}`, seeking: true })
    await place(id, day)
    return id
  }
  for (const day of [0, 1]) for (let n = 0; n < perDay; n += 1) own.push({ id: await propose(day), day })

  return {
    change: async () => {
      const one = random.pick(own)
      const what = random.below(3)
      if (what === 0) await submit({ type: 'edit', sessionId: one.id, title: `Sujet renommé ${random.below(1000)}` })
      else if (what === 1) {
        await submit({ type: 'release', sessionId: one.id })
        await place(one.id, one.day)
      } else {
        await submit({ type: 'withdraw', sessionId: one.id })
        one.id = await propose(one.day)
      }
    },
  }
}
