import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { LiveForum } from '../board/live-forum.ts'
import type { Core } from '../services.ts'

/** Nanoseconds in a second: what the loop's delay is measured in. */
const nanoseconds = 1e9
/** How often the loop is looked at, in milliseconds; a delay shorter than this is not seen. */
const resolution = 10

const sum = (forums: Iterable<LiveForum>, of: (forum: LiveForum) => number): number =>
  [...forums].reduce((total, forum) => total + of(forum), 0)

/** Counts by word over all forums, as what grew since the last look: the forums count, the registry only shows. */
const byWord = (
  forums: Iterable<LiveForum>,
  entriesOf: (forum: LiveForum) => Iterable<readonly [string, number]>,
): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>()
  for (const forum of forums) {
    for (const [word, count] of entriesOf(forum)) totals.set(word, (totals.get(word) ?? 0) + count)
  }
  return totals
}

const showLoop = (gauge: Gauge<'quantile'>, loop: ReturnType<typeof monitorEventLoopDelay>): void => {
  // A late tick counts the resolution too.
  const seconds = (value: number): number => Math.max(0, value / nanoseconds - resolution / 1000)
  gauge.set({ quantile: '0.5' }, loop.count === 0 ? 0 : seconds(loop.percentile(50)))
  gauge.set({ quantile: '0.99' }, loop.count === 0 ? 0 : seconds(loop.percentile(99)))
  gauge.set({ quantile: '1' }, loop.count === 0 ? 0 : seconds(loop.max))
  loop.reset()
}

/** What the verifier and the backups did, counted by themselves. */
export interface JobCounts {
  readonly verified: number
  readonly mismatches: number
  readonly backups: number
  readonly failedBackups: number
}

export interface Metrics {
  /** The Prometheus text of now. */
  text(): Promise<string>
  readonly contentType: string
  stop(): void
}

/**
 * What Prometheus is shown, in a registry of its own. No address, no name and no slug is in it; a forum is its number in
 * the database (`npm run forum -- list`).
 *
 * - `forum_sockets{forum}` connected sockets; `forum_entries{forum}` entries of the log: forums in memory
 * - `forum_commands_total{command}` commands that took effect (claims are `claim`)
 * - `forum_refusals_total{rule}` refusals by rule or fault, `too-fast` among them
 * - `forum_goodbyes_total{reason}` lines that the server ended; `forum_queue_cuts_total` those of a phone too slow
 * - `forum_commit_batch_entries` entries per transaction (histogram); `forum_commit_failures_total`
 * - `forum_commit_seconds` time of a transaction with its sync of the disk (histogram)
 * - `forum_event_loop_delay_seconds{quantile}` since the last scrape: 0.5, 0.99 and 1 (the longest)
 * - `forum_read_only` 1 while nothing can be saved; `forum_troubles{kind}` what health says
 * - `forum_verified_total`, `forum_mismatches_total` rounds of the verifier by forum, and what they found
 * - `forum_backups_total`, `forum_backup_failures_total`
 * - `forum_memory_bytes{kind}` of the process: rss, heap_used, external
 */
export const createMetrics = ({ committer, forums, troubles }: Core, jobs: () => JobCounts): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  const loop = monitorEventLoopDelay({ resolution })
  loop.enable()

  const gauge = <T extends string>(
    name: string,
    help: string,
    labelNames: readonly T[],
    show: (gauge: Gauge<T>) => void,
  ): void => {
    new Gauge<T>({
      name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset()
        show(this)
      },
    })
  }
  /** A count kept elsewhere, which only grows. */
  const counter = <T extends string>(
    name: string,
    help: string,
    labelNames: readonly T[],
    show: (counter: Counter<T>) => void,
  ): void => {
    new Counter<T>({
      name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset()
        show(this)
      },
    })
  }
  const live = (): ReadonlySet<LiveForum> => forums.live

  gauge('forum_sockets', 'Connected sockets by forum.', ['forum'], (it) => {
    for (const { id, hub } of live()) it.set({ forum: String(id) }, hub.size)
  })
  gauge('forum_entries', 'Entries in the log, by forum.', ['forum'], (it) => {
    for (const { id, board } of live()) it.set({ forum: String(id) }, board.seq)
  })
  counter('forum_commands_total', 'Commands that took effect, by type.', ['command'], (it) => {
    for (const [command, count] of byWord(live(), ({ board }) => board.accepted.entries)) it.inc({ command }, count)
  })
  counter('forum_refusals_total', 'Refusals, by rule.', ['rule'], (it) => {
    for (const [rule, count] of byWord(live(), ({ board }) => board.refused.entries)) it.inc({ rule }, count)
    it.inc(
      { rule: 'too-fast' },
      sum(live(), ({ allowance }) => allowance.refused),
    )
  })
  counter('forum_goodbyes_total', 'Lines that the server ended, by reason.', ['reason'], (it) => {
    for (const [reason, count] of byWord(live(), ({ hub }) => hub.goodbyes.entries)) it.inc({ reason }, count)
  })
  counter('forum_queue_cuts_total', 'Phones cut because they read too slowly.', [], (it) => {
    it.inc(sum(live(), ({ hub }) => hub.goodbyes.of('too-slow')))
  })
  gauge('forum_event_loop_delay_seconds', 'Delay of the event loop since the last scrape.', ['quantile'], (it) => {
    showLoop(it, loop)
  })
  gauge('forum_read_only', '1 while nothing can be saved.', [], (it) => it.set(committer.isReadOnly ? 1 : 0))
  gauge('forum_troubles', 'What is wrong now, by kind.', ['kind'], (it) => {
    for (const { kind } of troubles.all) it.inc({ kind })
  })
  counter('forum_verified_total', 'Forums compared by the verifier.', [], (it) => it.inc(jobs().verified))
  counter('forum_mismatches_total', 'Forums in which the verifier found a mismatch.', [], (it) =>
    it.inc(jobs().mismatches),
  )
  counter('forum_backups_total', 'Scheduled backups that are whole.', [], (it) => it.inc(jobs().backups))
  counter('forum_backup_failures_total', 'Scheduled backups that failed.', [], (it) => it.inc(jobs().failedBackups))
  gauge('forum_memory_bytes', 'Memory of the process.', ['kind'], (it) => {
    const { rss, heapUsed, external } = process.memoryUsage()
    it.set({ kind: 'rss' }, rss)
    it.set({ kind: 'heap_used' }, heapUsed)
    it.set({ kind: 'external' }, external)
  })

  const batches = new Histogram({
    name: 'forum_commit_batch_entries',
    help: 'Entries per transaction.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    registers,
  })
  const times = new Histogram({
    name: 'forum_commit_seconds',
    help: 'Time of a transaction with its sync of the disk.',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers,
  })
  const failures = new Counter({ name: 'forum_commit_failures_total', help: 'Transactions that failed.', registers })
  committer.onTry(({ entries, seconds, isStored }) => {
    if (isStored) batches.observe(entries)
    else failures.inc()
    times.observe(seconds)
  })

  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    stop: () => {
      loop.disable()
    },
  }
}
