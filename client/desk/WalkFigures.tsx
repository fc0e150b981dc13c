import { createMemo, createSignal, For, Show } from 'solid-js'
import { foldText } from '../../shared/words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Field } from '../ui/Field.tsx'
import { readFigure } from './read-figure.ts'
import { SavedInput } from './SavedInput.tsx'
import { useDesk } from './use-desk.ts'

/** The longest walk that is asked about, in minutes. */
const longestWalk = 120

interface Way {
  readonly from: string
  readonly to: string
}

/** Minutes on foot between any two buildings that rooms are in. */
export const WalkFigures = () => {
  const t = deskWords.use
  const forum = useForum()
  const ways = createMemo((): readonly Way[] => {
    const named = [...forum.board().rooms.values()].map((room) => room.building).filter((name) => name !== '')
    const buildings = [...new Map(named.map((name) => [foldText(name), name])).values()]
    return buildings.flatMap((from, n) => buildings.slice(n + 1).map((to) => ({ from, to })))
  })
  return (
    <Show when={ways().length > 0} fallback={<p class="soft desk-rule-figures">{t().rules.noWalks}</p>}>
      <fieldset class="desk-rule-figures">
        <legend class="legend">{t().rules.walks}</legend>
        <For each={ways()}>{(way) => <WalkFigure way={way} />}</For>
      </fieldset>
    </Show>
  )
}

const WalkFigure = (props: { readonly way: Way }) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const [isBad, setBad] = createSignal(false)
  const isThis = ({ from, to }: Way) => {
    const ends = [foldText(from), foldText(to)]
    return ends.includes(foldText(props.way.from)) && ends.includes(foldText(props.way.to))
  }
  const minutes = () => forum.board().rules.walks.find(isThis)?.minutes ?? 0
  const label = () => t().rules.walk(props.way.from, props.way.to)
  const save = (typed: string) => {
    const figure = readFigure(typed, 0, longestWalk)
    setBad(figure === null)
    if (figure === null) return Promise.resolve(false)
    if (figure === minutes()) return Promise.resolve(true)
    const others = forum.board().rules.walks.filter((walk) => !isThis(walk))
    const walks = figure === 0 ? others : [...others, { ...props.way, minutes: figure }]
    return desk.run({ type: 'set-figures', walks: walks.map((walk) => ({ ...walk })) }, t().saved(label()))
  }
  return (
    <Field label={label()} problem={isBad() ? t().rules.figures.badFigure(longestWalk) : undefined}>
      {(control) => <SavedInput ref={control} inputMode="numeric" saved={String(minutes())} onSave={save} />}
    </Field>
  )
}
