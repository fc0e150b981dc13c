import { describe, expect, test } from 'vitest'
import { dropCreated, keepCreated, readCreated } from '../../../client/setup/created-draft.ts'
import { dropDraft, keepDraft, readDraft } from '../../../client/setup/form-draft.ts'
import { emptyForm } from '../../../client/setup/setup-form.ts'
import { takeSecret } from '../../../client/setup/setup-secret.ts'
import { memoryStorage } from '../support/memory-storage.ts'

describe('what the set-up page keeps', () => {
  test('U3 the form survives a reload, until the forum is created', () => {
    const kept = memoryStorage()
    const form = { ...emptyForm('2024-07-03', 'Europe/Paris', 'one'), name: 'À moitié' }
    expect(readDraft(kept)).toBe(null)
    keepDraft(kept, form)
    expect(readDraft(kept)).toEqual(form)
    dropDraft(kept)
    expect(readDraft(kept)).toBe(null)
  })

  test.for([
    '{',
    'null',
    '[]',
    '{"name":"x"}',
    '{"name":1,"theme":"","place":"","timeZone":"","expected":"","rooms":""}',
  ])('a draft that can’t be read is none: %s', (text) => {
    const kept = memoryStorage()
    kept.setItem('setup-draft', text)
    expect(readDraft(kept)).toBe(null)
  })

  test('U21 the links of a new forum survive a reload of their tab, until another one is begun', () => {
    const tab = memoryStorage()
    const links = { participants: 'p', facilitators: 'f#secret', wall: 'w' }
    const created = { forum: { slug: 'essai', links }, name: 'Essai' }
    expect(readCreated(tab)).toBe(null)
    keepCreated(tab, created)
    expect(readCreated(tab)).toEqual(created)
    dropCreated(tab)
    expect(readCreated(tab)).toBe(null)
    for (const bad of ['{', '[]', '{"name":"x"}', '{"name":"x","forum":{"slug":"x","links":{"wall":"w"}}}']) {
      tab.setItem('created-forum', bad)
      expect(readCreated(tab)).toBe(null)
    }
  })

  test('a storage that refuses does not stop the typing', () => {
    const refusing = {
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(() => keepDraft(refusing, emptyForm('2024-07-03', 'Europe/Paris', 'one'))).not.toThrow()
  })

  test('I1 the secret leaves the address and stays in this tab only', () => {
    const tab = memoryStorage()
    const addresses: string[] = []
    const open = (hash: string) =>
      takeSecret({ hash, pathname: '/new', search: '' }, tab, (address) => void addresses.push(address))
    expect([open(''), open('#s3cret'), open('')]).toEqual(['', 's3cret', 's3cret'])
    expect(addresses).toEqual(['/new'])
  })
})
