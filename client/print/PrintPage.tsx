import { createEffect, createMemo, For, Match, Show, Switch } from 'solid-js'
import { nowOf } from '../../shared/now.ts'
import { datesOf } from '../../shared/slots.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText } from '../i18n/format.ts'
import { printWords } from '../i18n/print.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { Cards } from './Cards.tsx'
import { DayGrid } from './DayGrid.tsx'
import { Doors } from './Doors.tsx'
import { Poster } from './Poster.tsx'
import { type PrintOptions, papers, printKinds, readPrintOptions, writePrintOptions } from './print-options.ts'
import './print.css'
import './print-sheets.css'

/** Everything that is put on paper, as it will come out of the printer; what is printed stands in the address. */
export const PrintPage = () => {
  const t = printWords.use
  const language = useLanguage()
  const forum = useForum()
  const location = useLocation()
  const options = createMemo(() => readPrintOptions(location().search), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const dates = createMemo(() => datesOf(forum.board()))
  /** The day that was asked for while it exists, else today's or the next. */
  const date = createMemo(
    () => dates().find((known) => known === options().day) ?? nowOf(forum.board(), forum.now()).date,
  )
  const isDated = () => options().kind === 'doors' || options().kind === 'grid'
  const change = (changes: Partial<PrintOptions>) => {
    const next = { ...options(), ...changes }
    const search = writePrintOptions({
      ...next,
      paper: papers[next.kind].find((known) => known === next.paper) ?? papers[next.kind][0],
    })
    navigate(location().path + search, { replace: true, keepScroll: true })
  }
  createEffect(() => {
    document.title = t().pageTitle(forum.board().frame.name)
  })
  return (
    <main class="print" id="content">
      <header class="print-bar">
        <h1>{t().title}</h1>
        <p>
          <a href={`/${forum.slug}/desk#links`}>{t().back}</a>
        </p>
        <LanguageSwitch />
        <form
          class="print-choices"
          onSubmit={(event) => {
            event.preventDefault()
            window.print()
          }}
        >
          <Field label={t().what}>
            {(control) => (
              <select
                ref={control}
                onChange={(event) => {
                  const kind = printKinds.find((known) => known === event.currentTarget.value)
                  if (kind !== undefined) change({ kind, paper: papers[kind][0] })
                }}
              >
                <For each={printKinds}>
                  {(kind) => (
                    <option value={kind} selected={options().kind === kind}>
                      {t().kinds[kind]}
                    </option>
                  )}
                </For>
              </select>
            )}
          </Field>
          <Field label={t().paper}>
            {(control) => (
              <select
                ref={control}
                onChange={(event) => {
                  const paper = papers[options().kind].find((known) => known === event.currentTarget.value)
                  if (paper !== undefined) change({ paper })
                }}
              >
                <For each={papers[options().kind]}>
                  {(paper) => (
                    <option value={paper} selected={options().paper === paper}>
                      {paper.toUpperCase()}
                    </option>
                  )}
                </For>
              </select>
            )}
          </Field>
          <Show when={isDated()}>
            <Field label={t().day}>
              {(control) => (
                <select ref={control} onChange={(event) => change({ day: event.currentTarget.value })}>
                  <For each={dates()}>
                    {(known) => (
                      <option value={known} selected={options().day !== 'none' && date() === known}>
                        {dayText(known, language())}
                      </option>
                    )}
                  </For>
                  <Show when={options().kind === 'doors'}>
                    <option value="none" selected={options().day === 'none'}>
                      {t().noDay}
                    </option>
                  </Show>
                </select>
              )}
            </Field>
          </Show>
          <Show when={options().kind === 'cards'}>
            <label class="check">
              <input
                type="checkbox"
                checked={options().onlyParked}
                onChange={(event) => change({ onlyParked: event.currentTarget.checked })}
              />
              <span>{t().onlyParked}</span>
            </label>
          </Show>
          <Button look="main" type="submit">
            {t().print}
          </Button>
        </form>
      </header>
      {/* Scrolls by itself where a sheet is wider than the screen. */}
      <section class="sheets" aria-label={t().preview} tabindex={0}>
        <Switch>
          <Match when={options().kind === 'poster'}>
            <Poster paper={options().paper} />
          </Match>
          <Match when={options().kind === 'doors'}>
            <Doors paper={options().paper} date={options().day === 'none' ? null : date()} />
          </Match>
          <Match when={options().kind === 'grid'}>
            <DayGrid paper={options().paper} date={date()} />
          </Match>
          <Match when={options().kind === 'cards'}>
            <Cards onlyParked={options().onlyParked} />
          </Match>
        </Switch>
      </section>
    </main>
  )
}
