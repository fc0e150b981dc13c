import { createSignal } from 'solid-js'
import type { SetFigures } from '../../shared/commands/rules.schema.ts'
import { limits } from '../../shared/limits.ts'
import { parseTime } from '../../shared/paste.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Field } from '../ui/Field.tsx'
import { readFigure } from './read-figure.ts'
import { SavedInput } from './SavedInput.tsx'
import { useDesk } from './use-desk.ts'

type FigureName = 'turnOverMinutes' | 'lateCells' | 'ownLimit' | 'offerMinutes'

interface FigureProps {
  readonly name: FigureName
  readonly label: string
  readonly help?: string
  readonly least: number
  readonly most: number
  /** What is said of anything but a whole number between the two. */
  readonly bad: string
}

/** One whole number that a rule goes by, saved on Enter or when it is left. */
const Figure = (props: FigureProps) => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const [isBad, setBad] = createSignal(false)
  const save = (typed: string) => {
    const figure = readFigure(typed, props.least, props.most)
    setBad(figure === null)
    if (figure === null) return Promise.resolve(false)
    // "10 min" over "10" changes nothing on the board, and is to be written the board's way again.
    if (figure === forum.board().rules[props.name]) return Promise.resolve(true)
    const changes: Omit<SetFigures, 'type'> = { [props.name]: figure }
    return desk.run({ type: 'set-figures', ...changes }, t().saved(props.label))
  }
  return (
    <Field label={props.label} help={props.help} problem={isBad() ? props.bad : undefined}>
      {(control) => (
        <SavedInput ref={control} inputMode="numeric" saved={String(forum.board().rules[props.name])} onSave={save} />
      )}
    </Field>
  )
}

/** A figure of which 0 means that the rule has nothing to say. */
const OrNone = (props: { readonly name: Exclude<FigureName, 'offerMinutes'>; readonly most: number }) => {
  const t = deskWords.use
  return (
    <Figure
      name={props.name}
      label={t().rules.figures[props.name]}
      help={t().rules.figures.none}
      least={0}
      most={props.most}
      bad={t().rules.figures.badFigure(props.most)}
    />
  )
}

export const TurnOverFigure = () => (
  <div class="desk-rule-figures">
    <OrNone name="turnOverMinutes" most={120} />
  </div>
)

export const OwnLimitFigure = () => (
  <div class="desk-rule-figures">
    <OrNone name="ownLimit" most={limits.sessionsPerPerson} />
  </div>
)

/** How many cells of each slot are kept for late arrivals, and until when. */
export const LateFigures = () => {
  const t = deskWords.use
  const forum = useForum()
  const desk = useDesk()
  const [isBad, setBad] = createSignal(false)
  const save = (typed: string) => {
    const lateUntil = typed.trim() === '' ? null : parseTime(typed)
    const bad = lateUntil === null && typed.trim() !== ''
    setBad(bad)
    if (bad) return Promise.resolve(false)
    if (lateUntil === forum.board().rules.lateUntil) return Promise.resolve(true)
    return desk.run({ type: 'set-figures', lateUntil }, t().saved(t().rules.figures.lateUntil))
  }
  return (
    <div class="desk-rule-figures">
      <OrNone name="lateCells" most={limits.rooms} />
      <Field
        label={t().rules.figures.lateUntil}
        help={t().rules.figures.lateUntilHelp}
        problem={isBad() ? t().rules.figures.badHour : undefined}
      >
        {(control) => <SavedInput ref={control} saved={forum.board().rules.lateUntil ?? ''} onSave={save} />}
      </Field>
    </div>
  )
}

/** How long hosts have to answer each other. */
export const OfferFigure = () => {
  const t = deskWords.use
  return (
    <section class="desk-box">
      <h2>{t().rules.offers}</h2>
      <Figure name="offerMinutes" label={t().rules.offerMinutes} least={1} most={24 * 60} bad={t().rules.badMinutes} />
    </section>
  )
}
