import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import type { Board } from '../../shared/board.ts'
import { gridOf } from '../../shared/grid.ts'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { draftBoard, planCommands } from '../../shared/plan.ts'
import { refusalSentence } from '../../shared/sentences.ts'
import { datesOf } from '../../shared/slots.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText } from '../i18n/format.ts'
import { setupWords } from '../i18n/setup.ts'
import { useWords } from '../i18n/words.ts'
import { DayTabs } from '../ui/DayTabs.tsx'
import { GridTable } from '../ui/GridTable.tsx'

/** The board that the plan would make, drawn by the same table as the live one. */
export const PreviewPart = (props: { plan: ForumPlan }) => {
  const t = setupWords.use
  const language = useLanguage()
  // The name comes last for many people; the grid needn't wait for it.
  const draft = createMemo(() => draftBoard(planCommands({ ...props.plan, name: props.plan.name || '…' }), Date.now()))
  const board = createMemo((): Board | null => {
    const drawn = draft()
    return drawn.type === 'drawn' && drawn.board.rooms.size > 0 && drawn.board.slots.size > 0 ? drawn.board : null
  })
  const refusal = () => {
    const drawn = draft()
    return drawn.type === 'refused' ? refusalSentence(drawn.refusal, language()) : null
  }
  return (
    <section class="setup-preview">
      <h2>{t().preview}</h2>
      <Switch fallback={<p class="soft">{t().previewEmpty}</p>}>
        <Match when={refusal()}>{(sentence) => <p class="setup-problem">{sentence()}</p>}</Match>
        <Match when={board()}>{(drawn) => <PreviewGrid board={drawn()} />}</Match>
      </Switch>
    </section>
  )
}

const PreviewGrid = (props: { board: Board }) => {
  const t = setupWords.use
  const common = useWords()
  const language = useLanguage()
  const [wanted, setWanted] = createSignal<string | null>(null)
  const dates = () => datesOf(props.board)
  const date = () => dates().find((candidate) => candidate === wanted()) ?? dates()[0] ?? ''
  const grid = createMemo(() => gridOf(props.board, date()))
  return (
    <>
      <Show when={dates().length > 1}>
        <DayTabs dates={dates()} labels={props.board.days} selected={date()} onSelect={setWanted} />
      </Show>
      <GridTable
        grid={grid()}
        timeZone={props.board.frame.timeZone}
        caption={t().previewOf(dayText(date(), language()))}
      >
        {() => <span class="setup-free">{common().board.free}</span>}
      </GridTable>
    </>
  )
}
