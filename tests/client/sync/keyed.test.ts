import { createEffect, createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createKeyed } from '../../../client/sync/create-keyed.ts'
import { createSteady } from '../../../client/sync/create-steady.ts'

test('who reads one value of a map hears only when that value changes', () => {
  const heard: string[] = []
  const [map, setMap] = createSignal<ReadonlyMap<string, number>>(new Map([['a', 1]]))
  const dispose = createRoot((end) => {
    const read = createKeyed(map)
    for (const key of ['a', 'b']) createEffect(() => heard.push(`${key}${read(key)}`))
    return end
  })
  setMap(new Map([['a', 1]]))
  setMap(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
  )
  setMap(new Map([['b', 2]]))
  expect(heard).toEqual(['a1', 'bundefined', 'b2', 'aundefined'])
  dispose()
})

test('a steady value tells its readers of real changes only', () => {
  const heard: number[] = []
  const [seconds, setSeconds] = createSignal(0)
  const dispose = createRoot((end) => {
    const minutes = createSteady(() => Math.floor(seconds() / 60))
    createEffect(() => heard.push(minutes()))
    return end
  })
  for (const second of [10, 59, 60, 61]) setSeconds(second)
  expect(heard).toEqual([0, 1])
  dispose()
})
