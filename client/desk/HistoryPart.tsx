import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import type { Restore } from '../../shared/commands/history.schema.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { createChoice } from './create-choice.ts'
import { createDays } from './create-days.ts'
import { createLog } from './create-log.ts'
import { entryNames } from './entry-names.ts'
import { MomentSlider } from './MomentSlider.tsx'
import { PastChanges } from './PastChanges.tsx'
import { PastWall } from './PastWall.tsx'
import { RestorePreview } from './RestorePreview.tsx'
import { useSayMoment } from './say-moment.ts'
import './desk-history.css'

/** The wall at any moment, what changed between two, and any of it put back. */
export const HistoryPart = () => {
  const t = deskWords.use
  const forum = useForum()
  const log = createLog(false)
  const days = createDays()
  const bySeq = createMemo(() => new Map(log.entries().map((entry) => [entry.seq, entry])))
  const [wanted, setWanted] = createSignal<Restore['what'] | null>(null)
  const past = createChoice(log, days, bySeq, () => setWanted(null))
  const later = createChoice(log, days, bySeq)
  const names = createMemo(() => entryNames(forum.board(), [...log.entries()].reverse(), past.board()))
  const say = useSayMoment(names)
  // Whoever gives a preview up goes on where they were.
  let opener: Element | null = null
  const want = (what: Restore['what']) => {
    opener = document.activeElement
    setWanted(what)
  }
  const close = () => {
    setWanted(null)
    const back = opener?.isConnected === true ? opener : document.getElementById('desk-part')
    if (back instanceof HTMLElement) back.focus()
  }
  const wish = createMemo(() => {
    const [what, moment] = [wanted(), past.moment()]
    // While the board of a moment is on its way, another one is still shown.
    const isThere = moment.type === 'read' && moment.seq === past.seq()
    return what === null || !isThere ? null : { past: moment.board, seq: moment.seq, what }
  })
  const isUnreadable = () => [past, later].some(({ moment }) => moment().type === 'unreadable')
  return (
    <Show
      when={log.last() > 0}
      fallback={
        <p role="status">
          {log.state() === 'failed'
            ? t().history.failed
            : log.state() === 'reading'
              ? t().log.loading
              : t().history.empty}
        </p>
      }
    >
      <p>{t().history.help}</p>
      <section class="desk-box">
        <div class="desk-moments">
          <MomentSlider label={t().history.moment} choice={past} days={days} said={say(past)} />
          <MomentSlider label={t().history.compared} choice={later} days={days} said={say(later)} />
        </div>
        <Show when={!past.isNow()}>
          <Button look="main" onClick={() => want({ type: 'wall' })}>
            {t().history.restoreWall}
          </Button>
        </Show>
      </section>
      <Switch>
        <Match when={isUnreadable()}>
          <p role="alert">{t().history.unreadable}</p>
        </Match>
        <Match when={past.board()}>
          {(board) => (
            <>
              <Show when={wish()} keyed>
                {(wished) => <RestorePreview wish={wished} onClose={close} />}
              </Show>
              <div class="desk-then">
                <PastWall
                  board={board()}
                  onRestore={past.isNow() ? undefined : (cell) => want({ type: 'cell', cell })}
                />
                <Show when={(!past.isNow() || !later.isNow()) && later.board()}>
                  {(then) => (
                    <PastChanges
                      from={board()}
                      to={then()}
                      isNow={later.isNow()}
                      onRestore={past.isNow() ? undefined : (sessionId) => want({ type: 'session', sessionId })}
                    />
                  )}
                </Show>
              </div>
            </>
          )}
        </Match>
      </Switch>
    </Show>
  )
}
