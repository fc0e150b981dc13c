import type { ForumBatch } from '../../../db/commit.ts'
import { createForum } from '../../../db/forums.ts'
import type { Database } from '../../../db/tables.ts'
import type { Placement, Session } from '../../../shared/board.ts'
import type { Entry } from '../../../shared/events.ts'

export const NOW = 1_732_212_000_000

/** A forum without entries. @returns its id */
export const sampleForum = async (db: Database, slug: string): Promise<number> => {
  const forum = await createForum(db, { slug, createdAt: NOW })
  if (forum === 'slug-taken') throw new Error(`two samples named ${slug}`)
  return forum.id
}

export const sampleSession = (id: string, changes: Partial<Session> = {}): Session => ({
  id,
  title: `Sujet ${id}`,
  description: '',
  hosts: ['ana'],
  collectiveId: null,
  format: 'discussion',
  tags: [],
  needs: [],
  language: 'fr',
  length: 1,
  expected: null,
  links: [],
  remarks: '',
  locked: false,
  proposedAt: NOW,
  repeatOf: null,
  merged: null,
  ...changes,
})

export const sampleEntry = (seq: number, changes: Partial<Entry> = {}): Entry => ({
  seq,
  commandId: `command-${seq}`,
  by: 'ana',
  at: NOW + seq,
  events: [{ type: 'session-proposed', session: sampleSession(`s${seq}`) }],
  ...changes,
})

export const samplePlacement = (sessionId: string, roomId: string, start: number, end: number): Placement => ({
  sessionId,
  roomId,
  slotIds: ['slot'],
  start,
  end,
  since: NOW,
})

/** One entry after `expectedSeq`, with the placements that it makes. */
export const sampleBatch = (
  forumId: number,
  expectedSeq: number,
  placed: readonly Placement[] = [],
  changes: Partial<ForumBatch> = {},
): ForumBatch => ({
  forumId,
  expectedSeq,
  entries: [sampleEntry(expectedSeq + 1)],
  placed,
  unplaced: [],
  ...changes,
})
