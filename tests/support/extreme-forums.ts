import { randomUUID } from 'node:crypto'
import { addDays } from '../../shared/zone.ts'
import type { House, HouseForum } from './house.ts'
import { widePlan } from './wide-plan.ts'

/** The board of a forum as a program reads it. */
export const readBoard = async (house: House, slug: string) =>
  (await (await fetch(`${house.origin}/api/forums/${slug}`)).json()).board as {
    readonly rooms: readonly { readonly id: string }[]
    readonly slots: readonly { readonly id: string; readonly date: string; readonly kind: string }[]
    readonly sessions: readonly { readonly id: string; readonly title: string }[]
  }

const longTitle = `${'Interopérabilitéetdécentralisation'.repeat(3)} : comment, pourquoi, et avec qui, dans les villages comme dans les villes ?`

/** Twenty-five rooms, eight slots, four days, and a session in each cell of the first: nothing is free. */
export const fullForum = async (house: House, today: number): Promise<HouseForum> => {
  const plan = widePlan(25, 8, today)
  const [first] = plan.days
  if (first === undefined) throw new Error('a plan without days')
  const days = [0, 1, 2, 3].map((n) => ({ ...first, date: addDays(first.date, n) }))
  const forum = await house.createForum({ plan: { ...plan, name: 'Grand forum de deux cents sujets', days } })
  const hosts = await Promise.all(Array.from({ length: 25 }, (_, n) => forum.join(`Personne ${n + 1}`)))
  const { rooms, slots } = await readBoard(house, forum.slug)
  const ofFirst = slots.filter(({ date }) => date === first.date)
  await Promise.all(
    hosts.map(async (host, n) => {
      for (const [k, slot] of ofFirst.entries()) {
        const sessionId = randomUUID()
        await host.send({ type: 'propose', sessionId, title: `Sujet ${n + 1}.${k + 1}, et ce qu’il en reste` })
        await host.send({ type: 'claim', sessionId, roomId: rooms[n]?.id ?? '', slotId: slot.id })
      }
    }),
  )
  return forum
}

/** Titles that no layout likes. */
export const oddForum = async (house: House): Promise<HouseForum> => {
  const forum = await house.createForum({ startsIn: 0 })
  const host = await forum.join('يوسف')
  const other = await forum.join('W'.repeat(60))
  const { rooms, slots } = await readBoard(house, forum.slug)
  const slot = slots.filter(({ kind }) => kind === 'open')[2]
  const titles = [
    [host, 'كيف نتشارك المعرفة بين القرى والمدن دون أن نفقد ما يميزنا؟', 'ar'],
    [other, longTitle, 'fr'],
  ] as const
  for (const [n, [who, title, language]] of titles.entries()) {
    const sessionId = randomUUID()
    await who.send({ type: 'propose', sessionId, title, language })
    await who.send({ type: 'claim', sessionId, roomId: rooms[n]?.id ?? '', slotId: slot?.id ?? '' })
  }
  await host.send({ type: 'propose', sessionId: randomUUID(), title: 'שיחה פתוחה', language: 'he' })
  return forum
}
