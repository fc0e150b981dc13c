import { limits } from '../../shared/limits.ts'
import type { Hello } from '../../shared/protocol.schema.ts'
import type { Person, ServerMessage } from '../../shared/protocol.ts'
import type { Instant } from '../../shared/time.ts'
import type { LiveForum } from '../board/live-forum.ts'
import { type Frame, textFrame } from './frame.ts'

type Welcome = Extract<ServerMessage, { type: 'welcome' }>

/** @param entries a JSON list */
const welcomeFrame = (welcome: Omit<Welcome, 'entries'>, entries: string): Frame =>
  textFrame(`${JSON.stringify(welcome).slice(0, -1)},"entries":${entries}}`)

/**
 * What answers a greeting: the welcome with the entries that are missing, then names and counts; or null where only the
 * snapshot helps, because the phone is of another epoch, was away too long, or claims a seq that does not exist.
 */
export const greetingFor = (
  forum: LiveForum,
  hello: Hello,
  you: Person | null,
  serverTime: Instant,
): readonly Frame[] | null => {
  const { hub, epoch, interest } = forum
  // The snapshot may hold entries that the others still wait for.
  if (hello.seq > hub.sentSeq) hub.hurry()
  const seq = hub.sentSeq
  const entries = hello.epoch === epoch ? hub.missedSince(hello.seq) : null
  if (entries === null) return null
  const stars = you === null ? [] : interest.starsOf(you.id)
  const welcome = welcomeFrame({ type: 'welcome', you, stars, serverTime, epoch, seq }, entries)
  // What would fill the queue at once is better taken as the snapshot, which is compressed.
  return welcome.bytes.length > limits.peerQueueBytes / 2 ? null : [welcome, ...hub.sideFramesSince(hello.seq)]
}
