import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readEntries } from '../../db/entries.ts'
import { inspect } from '../../db/inspect.ts'
import { openDatabase } from '../../db/open.ts'
import { readPlacements } from '../../db/placements.ts'
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts'
import { type Child, startChild } from './support/child.ts'
import { sampleForum } from './support/samples.ts'

describe('other processes on the same file', () => {
  let temporary: TemporaryDatabase
  const children: Child[] = []
  beforeEach(async () => {
    temporary = await temporaryDatabase()
  })
  afterEach(async () => {
    for (const child of children.splice(0)) await child.kill()
    await temporary.remove()
  })

  const start = (script: string, ...parameters: readonly string[]): Child => {
    const child = startChild(script, temporary.file, ...parameters)
    children.push(child)
    return child
  }
  const claimants = async (): Promise<readonly [Child, Child]> => {
    const both = [start('commit-on-request.ts', 'ana'), start('commit-on-request.ts', 'bruno')] as const
    for (const child of both) expect(await child.line()).toBe('ready')
    return both
  }
  const holders = async (forumId: number): Promise<string> => {
    const entries = await readEntries(temporary.db, forumId, 0)
    const placements = await readPlacements(temporary.db, forumId)
    return [...entries.map(({ by }) => by), ...placements.map(({ sessionId }) => sessionId)].join(' ')
  }

  test('B1 L1 of two processes that race for one cell exactly one is stored, the other is behind', async () => {
    const both = await claimants()
    for (let round = 0; round < 60; round += 1) {
      const forumId = await sampleForum(temporary.db, `forum-${round}`)
      // Who is asked first changes, so that the other one wins too.
      const asked = round % 2 === 0 ? both : [...both].reverse()
      for (const child of asked) child.say(String(forumId))
      const results = [await both[0].line(), await both[1].line()]
      expect([...results].sort()).toEqual(['behind', 'stored'])
      const winner = results[0] === 'stored' ? 'ana' : 'bruno'
      expect(await holders(forumId)).toBe(`${winner} ${winner}`)
    }
  })

  test('B1 of two groups that share a forum, the loser of the race still stores its others', async () => {
    const both = await claimants()
    for (let round = 0; round < 20; round += 1) {
      const ids = []
      for (const part of ['ana', 'shared', 'bruno']) ids.push(await sampleForum(temporary.db, `${part}-${round}`))
      const [mine = 0, shared = 0, theirs = 0] = ids
      both[0].say(`${mine} ${shared}`)
      both[1].say(`${shared} ${theirs}`)
      const results = [await both[0].line(), await both[1].line()]
      const winner = results[0] === 'stored stored' ? 'ana' : 'bruno'
      expect(results).toEqual(
        winner === 'ana' ? ['stored stored', 'behind stored'] : ['stored behind', 'stored stored'],
      )
      const held = [await holders(mine), await holders(shared), await holders(theirs)]
      expect(held).toEqual(['ana ana', `${winner} ${winner}`, 'bruno bruno'])
    }
  })

  test('L2 after kill -9 in a burst every acknowledged entry is there, and no batch is there in part', async () => {
    const forumId = await sampleForum(temporary.db, 'brest')
    await temporary.db.destroy()
    const child = start('commit-in-burst.ts')
    let acknowledged = 0
    for (let count = 0; count < 40; count += 1) {
      const [result, seq] = (await child.line()).split(' ')
      expect(result).toBe('stored')
      acknowledged = Number(seq)
    }
    await child.kill()
    for (;;) {
      const line = await child.line().catch(() => undefined)
      if (line === undefined) break
      acknowledged = Number(line.split(' ')[1])
    }
    const again = await openDatabase(temporary.file)
    const seqs = (await readEntries(again, forumId, 0)).map(({ seq }) => seq)
    const placements = await readPlacements(again, forumId)
    await again.destroy()
    expect(seqs).toEqual(Array.from(seqs, (_, index) => index + 1))
    expect(seqs.length).toBeGreaterThanOrEqual(acknowledged)
    expect([seqs.length % 3, placements.length]).toEqual([0, seqs.length / 3])
    expect(await inspect(temporary.file)).toBe('sound')
  })
})
