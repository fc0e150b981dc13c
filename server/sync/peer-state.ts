import type { Cancel } from '../clock.ts'

/** Where a connection is, from the upgrade to its end. */
export type PeerState =
  /** `resynced`: told to take the snapshot again, which gives more time, once. */
  | { readonly type: 'greeting'; readonly cancelDeadline: Cancel; readonly resynced: boolean }
  | { readonly type: 'live' }
  | { readonly type: 'closing'; readonly cancelCut: Cancel }
  | { readonly type: 'closed' }

/* What has nothing of its own is one for all: there are many, and most of them idle. */
export const live: PeerState = { type: 'live' }
export const closed: PeerState = { type: 'closed' }
