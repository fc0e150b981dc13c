import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { BoardCopy, CopyStore } from './board-copy.ts'
import type { OutboxStore, Waiting } from './outbox-store.ts'

interface DeviceSchema extends DBSchema {
  outbox: { key: string; value: Waiting; indexes: { slug: string } }
  boards: { key: string; value: BoardCopy }
}

/** What this device keeps of the forums that it has seen. */
export interface DeviceDatabase {
  readonly outbox: OutboxStore
  readonly copies: CopyStore
  close(): void
}

/** Milliseconds that a database may take to open: another page that upgrades it must not hold this one for ever. */
const patience = 3000

const openWithin = async (name: string): Promise<IDBPDatabase<DeviceSchema>> => {
  const opening = openDB<DeviceSchema>(name, 1, {
    upgrade: (db) => {
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('slug', 'slug')
      db.createObjectStore('boards', { keyPath: 'slug' })
    },
    // A newer build in another page wants to upgrade: it must not wait for this one.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
    },
  })
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the database of this device does not open')), patience)
  })
  return Promise.race([opening, late])
}

/**
 * Opens the device's own database. @throws where the browser has none, or forbids it (some private windows)
 */
export const openDeviceDatabase = async (name = 'forum-ouvert'): Promise<DeviceDatabase> => {
  const db = await openWithin(name)
  return {
    outbox: {
      all: async (slug) => (await db.getAllFromIndex('outbox', 'slug', slug)).sort((a, b) => a.place - b.place),
      put: async (waiting) => void (await db.put('outbox', waiting)),
      remove: (id) => db.delete('outbox', id),
    },
    copies: {
      read: async (slug) => (await db.get('boards', slug)) ?? null,
      write: async (copy) => void (await db.put('boards', copy)),
    },
    close: () => db.close(),
  }
}
