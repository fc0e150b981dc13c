import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropNews, dropNotice, notify, useNotices } from '../../../client/ui/notices.ts'

const keys = () => useNotices()().map(({ key }) => key)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const key of keys()) dropNotice(key)
  vi.useRealTimers()
})

test('P14 a question is not pushed out by news; of what is not one, the newest three are said', () => {
  notify({ key: 'late', text: 'Poser encore ?', stays: true, actions: [{ label: 'Oui', act: () => undefined }] })
  for (const key of ['a', 'b', 'c', 'd']) notify({ key, text: key, tone: 'bad' })
  expect(keys()).toEqual(['late', 'b', 'c', 'd'])
  notify({ key: 'b', text: 'b again', tone: 'bad' })
  expect(keys()).toEqual(['late', 'c', 'd', 'b'])
  for (const key of ['late', 'c']) dropNews(key)
  expect(keys()).toEqual(['late', 'd', 'b'])
  dropNotice('late')
  expect(keys()).toEqual(['d', 'b'])
})
