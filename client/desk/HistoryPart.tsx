import { createEffect, createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import type { Restore } from '../../shared/commands/history.schema.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { dayText, momentText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { createLog } from './create-log.ts'
import { createMoment, type Moment } from './create-moment.ts'
import { entryNames } from './entry-names.ts'
import { entrySentences } from './entry-sentences.ts'
import { MomentSlider } from './MomentSlider.tsx'
import { PastChanges } from './PastChanges.tsx'
import { PastWall } from './PastWall.tsx'
import { RestorePreview } from './RestorePreview.tsx'
import './desk-history.css'

/** The wall at any moment, what changed between two, and any of it put back. */
export const HistoryPart = () => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const log = createLog(false)
  const bySeq = createMemo(() => new Map(log.entries().map((entry) => [entry.seq, entry])))
  const last = log.last
  const [chosen, setChosen] = createSignal<number | null>(null)
  const [compared, setCompared] = createSignal<number | null>(null)
  const [wanted, setWanted] = createSignal<Restore['what'] | null>(null)
  const seq = () => chosen() ?? last()
  const past = createMoment(chosen)
  const later = createMoment(compared)
  createEffect(() => {
    log.need(seq())
    log.need(compared() ?? last())
  })
  const boardOf = (moment: Moment): Board | null => (moment.type === 'read' ? moment.board : null)
  const names = createMemo(() => entryNames(forum.board(), [...log.entries()].reverse(), boardOf(past())))
  const zone = () => forum.frame().timeZone
  const said = (at: number): string => {
    const entry = bySeq().get(at)
    if (entry === undefined) return t().history.reading
    const writing = {
      moment: (instant: number) => momentText(instant, zone(), language()),
      day: (date: string) => dayText(date, language()),
    }
    const [first = '', ...others] = entrySentences(entry, names(), t().log, writing)
    const what = others.length === 0 ? first : t().history.andMore(first, others.length)
    const who = forum.people().get(entry.by)?.name ?? t().log.someone
    return t().history.at(momentText(entry.at, zone(), language()), who, what)
  }
  const choose = (at: number) => {
    setWanted(null)
    setChosen(at >= last() ? null : at)
  }
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
  const isPast = () => chosen() !== null
  return (
    <Show
      when={last() > 0}
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
          <MomentSlider label={t().history.moment} last={last()} seq={seq()} said={said(seq())} onSeq={choose} />
          <MomentSlider
            label={t().history.compared}
            last={last()}
            seq={compared() ?? last()}
            said={compared() === null ? t().history.now : said(compared() ?? 0)}
            onSeq={(at) => setCompared(at >= last() ? null : at)}
          />
        </div>
        <Show when={isPast()}>
          <Button look="main" onClick={() => want({ type: 'wall' })}>
            {t().history.restoreWall}
          </Button>
        </Show>
      </section>
      <Switch>
        <Match when={past().type === 'unreadable' || later().type === 'unreadable'}>
          <p role="alert">{t().history.unreadable}</p>
        </Match>
        <Match when={boardOf(past())}>
          {(board) => (
            <>
              <Show when={wanted()} keyed>
                {(what) => <RestorePreview past={board()} seq={seq()} what={what} onClose={close} />}
              </Show>
              <div class="desk-then">
                <PastWall board={board()} onRestore={isPast() ? (cell) => want({ type: 'cell', cell }) : undefined} />
                <Show when={(isPast() || compared() !== null) && boardOf(later())}>
                  {(then) => (
                    <PastChanges
                      from={board()}
                      to={then()}
                      isNow={compared() === null}
                      onRestore={isPast() ? (sessionId) => want({ type: 'session', sessionId }) : undefined}
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
