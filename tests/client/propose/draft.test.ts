import { expect, test } from 'vitest'
import { draftOf, emptyDraft, readDraft } from '../../../client/propose/draft.ts'
import { dropDraft, keepDraft, loadDraft } from '../../../client/propose/draft-store.ts'
import { sessionProposed } from '../../../shared/commands/session.ts'
import { limits } from '../../../shared/limits.ts'
import { by, sessionId } from '../../support/boards.ts'
import { memoryStorage } from '../support/memory-storage.ts'

const newId = () => sessionId(9)
const typed = { ...emptyDraft(sessionId(1)), title: 'Les communs', tags: 'eau, eau; forêt', needs: ['paperboard'] }

test('U3 what was typed survives a reload, under the same session id, each forum for itself', () => {
  const device = memoryStorage()
  keepDraft(device, 'brest', typed)
  expect(loadDraft(device, 'brest', newId)).toEqual(typed)
  expect(loadDraft(device, 'rennes', newId)).toEqual(emptyDraft(sessionId(9)))
  dropDraft(device, 'brest')
  expect(loadDraft(device, 'brest', newId)).toEqual(emptyDraft(sessionId(9)))
})

test.for(['', '{', 'null', '[]', '"text"', '{"title":3,"tags":null,"needs":"x","length":"2","collectiveId":7}'])(
  'U3 a draft that can’t be read (%s) is a new one',
  (text) => {
    const device = memoryStorage()
    device.setItem('draft brest', text)
    expect(loadDraft(device, 'brest', newId)).toEqual(emptyDraft(sessionId(9)))
  },
)

test('U3 what an older build kept is completed', () => {
  const device = memoryStorage()
  device.setItem('draft brest', '{"title":"Les communs","collectiveId":"reseaux","gone":1}')
  expect(loadDraft(device, 'brest', newId)).toEqual({
    ...emptyDraft(sessionId(9)),
    title: 'Les communs',
    collectiveId: 'reseaux',
  })
})

test('U3 a device that keeps nothing does not stop anybody from typing', () => {
  const full = {
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  expect(() => keepDraft(full, 'brest', typed)).not.toThrow()
})

test('a title is enough', () => {
  expect(readDraft({ ...emptyDraft(sessionId(1)), title: '  Les communs ' })).toEqual({
    type: 'said',
    said: {
      title: 'Les communs',
      description: '',
      format: 'discussion',
      tags: [],
      needs: [],
      length: 1,
      language: '',
      expected: null,
      collectiveId: null,
      links: [],
      remarks: '',
    },
  })
})

test('words are taken apart, links completed, numbers read', () => {
  const read = readDraft({
    ...typed,
    otherNeed: 'sono, paperboard',
    links: 'https://a.example/x\n\n b.example/page \nmailto:a@b.example',
    expected: '40 personnes',
  })
  expect(read.type === 'said' && read.said).toMatchObject({
    tags: ['eau', 'forêt'],
    needs: ['paperboard', 'sono'],
    links: ['https://a.example/x', 'https://b.example/page', 'mailto:a@b.example'],
    expected: 40,
  })
})

test.for(['javascript:alert(1)', 'ftp://a.example', 'deux mots', `https://${'a'.repeat(limits.link)}`])(
  'a link that is none of http, https and mailto is pointed at: %s',
  (line) => {
    const read = readDraft({ ...typed, links: `https://a.example\n${line}` })
    expect(read).toEqual({ type: 'unclear', emptyTitle: false, badLink: line })
  },
)

test('an empty title is pointed at', () => {
  expect(readDraft({ ...typed, title: '   ' })).toEqual({ type: 'unclear', emptyTitle: true, badLink: null })
})

test('the form reads back what a session says', () => {
  const session = sessionProposed(
    {
      type: 'propose',
      sessionId: sessionId(3),
      title: 'Les communs',
      hosts: ['ana', 'brieuc'],
      tags: ['eau', 'forêt'],
      needs: ['paperboard', 'sono'],
      links: ['https://a.example', 'mailto:a@b.example'],
      expected: 30,
      length: 2,
    },
    by('ana'),
  )
  const draft = draftOf(session, ['paperboard'])
  expect([draft.coHosts, draft.needs, draft.otherNeed]).toEqual([['brieuc'], ['paperboard'], 'sono'])
  const read = readDraft(draft)
  const {
    id: _id,
    hosts: _hosts,
    locked: _locked,
    proposedAt: _proposedAt,
    repeatOf: _repeatOf,
    merged: _merged,
    ...said
  } = session
  expect(read).toEqual({ type: 'said', said })
})
