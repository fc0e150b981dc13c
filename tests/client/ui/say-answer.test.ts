import { beforeAll, expect, test } from 'vitest'
import { changesWords } from '../../../client/i18n/changes.ts'
import type { ForumStore } from '../../../client/sync/forum-store.ts'
import { notify, useNotices } from '../../../client/ui/notices.ts'
import { sayDone } from '../../../client/ui/say-answer.ts'

beforeAll(() => changesWords.ready())

/** Saying something reads nothing of the forum: only its way back would. */
const forum = { slug: 'essai' } as ForumStore
const said = () => useNotices()().map(({ text }) => text)

test('U33 only the last action is said with its way back, and a refusal meanwhile stays', () => {
  sayDone(forum, 'session 1', 'Un est posé.', 'c1')
  sayDone(forum, 'session 2', 'Deux est posé.', 'c2')
  expect(said()).toEqual(['Deux est posé.'])
  notify({ key: 'session 2', tone: 'bad', text: 'Deux est refusé.' })
  sayDone(forum, 'session 3', 'Trois est posé.', 'c3')
  expect(said()).toEqual(['Deux est refusé.', 'Trois est posé.'])
})
