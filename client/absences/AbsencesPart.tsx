import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import type { Absence } from '../../shared/protocol.ts'
import { datesOf } from '../../shared/slots.ts'
import type { LocalDate } from '../../shared/time.ts'
import { localDate } from '../../shared/zone.ts'
import { absencesWords } from '../i18n/absences.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { ask } from '../sync/http.ts'
import { Button } from '../ui/Button.tsx'
import { AbsenceDay } from './AbsenceDay.tsx'
import { absencesAfter, type DayDraft, draftOf, othersOf } from './day-draft.ts'
import './absences.css'

interface Said {
  readonly absences: readonly Absence[]
}

type Outcome = 'saved' | 'unclear' | { readonly why: string } | null

/** "Quand je ne peux pas": for each day to come, not at all, not before, not after. Only the team reads it (I11). */
export const AbsencesPart = () => {
  const t = absencesWords.use
  const language = useLanguage()
  const forum = useForum()
  const url = `/api/forums/${encodeURIComponent(forum.slug)}/me/absences`
  const [said, setSaid] = createSignal<readonly Absence[] | null>(null)
  const [drafts, setDrafts] = createSignal<ReadonlyMap<LocalDate, DayDraft>>(new Map())
  const [outcome, setOutcome] = createSignal<Outcome>(null)
  const [isBusy, setBusy] = createSignal(false)

  const today = createMemo(() => localDate(forum.now(), forum.frame().timeZone))
  const days = createMemo(() => datesOf(forum.board()).filter((date) => date >= today()), undefined, {
    equals: (a, b) => a.join() === b.join(),
  })
  const yours = createMemo(() => (forum.connection().type === 'live' ? (forum.you()?.id ?? null) : null))
  createEffect(
    on(yours, async (id) => {
      if (id === null || said() !== null) return
      const answer = await ask<Said>(url, language())
      if (answer.type === 'ok') setSaid(answer.value.absences)
    }),
  )
  const draft = (date: LocalDate): DayDraft => drafts().get(date) ?? draftOf(said() ?? [], date)
  const change = (date: LocalDate, changes: Partial<DayDraft>) => {
    setOutcome((before) => (before === 'unclear' ? before : null))
    setDrafts((before) => new Map(before).set(date, { ...draft(date), ...changes }))
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const absences = absencesAfter(said() ?? [], drafts())
    if (absences === null) {
      setOutcome('unclear')
      return
    }
    setBusy(true)
    const answer = await ask<Said>(url, language(), { absences }, 'PUT')
    setBusy(false)
    if (answer.type === 'ok') {
      setSaid(answer.value.absences)
      setDrafts(new Map())
      setOutcome('saved')
    } else setOutcome({ why: answer.type === 'refused' && answer.message !== '' ? answer.message : t().notSaved })
  }
  const told = () => {
    const found = outcome()
    if (found === null || found === 'unclear') return ''
    return found === 'saved' ? t().saved : found.why
  }
  const noted = () => new Set(said()?.map(({ date }) => date)).size
  return (
    <Show when={forum.you() !== null && days().length > 0}>
      <details class="absences">
        <summary>
          {t().title} <span class="soft">{noted() === 0 ? t().none : t().days(noted())}</span>
        </summary>
        <p>{t().help}</p>
        <Show when={said()} fallback={<p class="soft">{t().waiting}</p>}>
          {(absences) => (
            <form class="stack" onSubmit={(event) => void save(event)}>
              <p class="soft">{t().example}</p>
              <For each={days()}>
                {(date) => (
                  <AbsenceDay
                    date={date}
                    draft={draft(date)}
                    others={othersOf(absences(), date)}
                    isTried={outcome() === 'unclear'}
                    onChange={(changes) => change(date, changes)}
                  />
                )}
              </For>
              <div class="row">
                <Button look="main" type="submit" disabled={isBusy()}>
                  {t().save}
                </Button>
                <span role="status">{told()}</span>
              </div>
            </form>
          )}
        </Show>
      </details>
    </Show>
  )
}
