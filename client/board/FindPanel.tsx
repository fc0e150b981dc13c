import { createMemo, createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { formats } from '../../shared/board.ts'
import type { Grid } from '../../shared/grid.ts'
import type { LocalDate } from '../../shared/time.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { findWords } from '../i18n/find.ts'
import { shortDayText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { whisperNews } from '../ui/notices.ts'
import { FindSelect } from './FindSelect.tsx'
import { useFind } from './find-context.tsx'
import { choicesOf, foundBy } from './found.ts'
import { isWanting, nothingWanted, type Wanted, wantsSessions } from './wanted.ts'
import './find.css'

interface FindPanelProps {
  readonly grid: Grid | null
  readonly onDay: (date: LocalDate) => void
}

/** Milliseconds of rest after a key before the address changes and the count is said. */
const pause = 250

/** The fields of the search, how much they leave, and where else something was found. */
export const FindPanel = (props: FindPanelProps) => {
  const t = findWords.use
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const find = useFind()
  const id = createUniqueId()
  const choices = createMemo(() => choicesOf(forum.board()))
  const [typed, setTyped] = createSignal(find.wanted().text)
  let input: HTMLInputElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  onMount(() => isWanting(find.wanted()) || input?.focus())
  onCleanup(() => clearTimeout(timer))

  const freeCells = createMemo(
    () =>
      props.grid?.rows.flatMap((row) =>
        props.grid?.rooms.filter((room) => find.showsRoom(room) && row.cells.get(room.id)?.type === 'free'),
      ).length ?? 0,
  )
  const where = createMemo(() => {
    const found = find.found()
    return found === null ? null : foundBy(forum.board(), found)
  })
  const result = (): string => {
    const found = find.found()
    if (found === null) return ''
    const { free } = find.wanted()
    const sessions = found.size === 0 ? t().none : t().found(found.size)
    if (!free) return sessions
    return wantsSessions(find.wanted()) ? `${sessions} · ${t().freeCells(freeCells())}` : t().freeCells(freeCells())
  }
  const otherDays = () => [...(where()?.days ?? [])].filter(([date]) => date !== props.grid?.date)

  const want = (changes: Partial<Wanted>) => {
    clearTimeout(timer)
    find.want({ ...find.wanted(), text: typed(), ...changes })
    whisperNews(result())
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => want({}), pause)
  }
  const clear = () => {
    setTyped('')
    want(nothingWanted)
    input?.focus()
  }
  const close = () => {
    setTyped('')
    want(nothingWanted)
    find.close()
  }

  return (
    <search class="find">
      <div class="find-fields">
        <label class="unseen" for={id}>
          {t().label}
        </label>
        <input
          ref={input}
          id={id}
          type="search"
          class="find-text"
          autocomplete="off"
          placeholder={t().text}
          value={typed()}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <Button aria-pressed={find.wanted().free} onClick={() => want({ free: !find.wanted().free })}>
          {t().free}
        </Button>
        <Button aria-pressed={find.wanted().stars} onClick={() => want({ stars: !find.wanted().stars })}>
          <Icon name="star" filled={find.wanted().stars} /> {t().stars}
        </Button>
        <div class="find-selects">
          <FindSelect
            label={t().format}
            all={t().all}
            value={find.wanted().format}
            options={formats.map((format) => [format, common().formats[format]])}
            onChange={(format) => want({ format: formats.find((each) => each === format) ?? '' })}
          />
          <Show when={choices().tags.length > 0}>
            <FindSelect
              label={t().tag}
              all={t().all}
              value={find.wanted().tag}
              options={choices().tags.map((tag) => [tag, tag])}
              onChange={(tag) => want({ tag })}
            />
          </Show>
          <Show when={choices().buildings.length > 1}>
            <FindSelect
              label={t().building}
              all={t().all}
              value={find.wanted().building}
              options={choices().buildings.map((building) => [building, building])}
              onChange={(building) => want({ building })}
            />
          </Show>
        </div>
        <Button look="quiet" class="find-close" onClick={close}>
          <Icon name="close" />
          <span class="unseen">{t().close}</span>
        </Button>
      </div>
      <Show when={result() !== ''}>
        <div class="find-result">
          <b>{result()}</b>
          <Show when={where()?.parked}>{(parked) => <span>{t().parked(parked())}</span>}</Show>
          <For each={otherDays()}>
            {([date, count]) => (
              <Button look="quiet" onClick={() => props.onDay(date)}>
                {t().onDay(shortDayText(date, language()), count)}
              </Button>
            )}
          </For>
          <Button look="quiet" onClick={clear}>
            {t().clear}
          </Button>
        </div>
      </Show>
    </search>
  )
}
