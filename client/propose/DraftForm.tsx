import { createSignal, Show } from 'solid-js'
import type { CellRef, PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { proposeWords } from '../i18n/propose.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useActs } from '../ui/use-acts.ts'
import { type Draft, emptyDraft, readDraft, type Said } from './draft.ts'
import { MoreFields } from './MoreFields.tsx'
import { RarerFields } from './RarerFields.tsx'
import { SheetTrouble } from './SheetTrouble.tsx'
import { SimilarSessions } from './SimilarSessions.tsx'
import './propose.css'

export interface DraftFormProps {
  readonly draft: Draft
  /** The cell that was tapped, where one was. */
  readonly cell: CellRef | null
  readonly editing: boolean
  /** Who hosts it; null where nobody has said a name yet. */
  readonly host: PersonId | null
  /** Why nothing can be proposed now; empty where it can. */
  readonly closed: string
  readonly onChange: (changes: Partial<Draft>) => void
  readonly onSubmit: (said: Said) => void
}

/** A title is enough; everything else is one step behind. */
export const DraftForm = (props: DraftFormProps) => {
  const t = proposeWords.use
  const acts = useActs()
  const [tried, setTried] = createSignal(false)
  const reading = () => readDraft(props.draft)
  const unclear = () => {
    const read = reading()
    return tried() && read.type === 'unclear' ? read : null
  }
  const label = () => {
    if (props.editing) return t().save
    return props.cell === null ? t().submit : t().submitHere(acts.cellText(props.cell))
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        const read = reading()
        if (read.type === 'said') props.onSubmit(read.said)
      }}
    >
      <Show when={props.closed !== ''}>
        <p class="sheet-note">
          {props.closed} {t().kept}
        </p>
      </Show>
      <Field label={t().name} help={t().nameHelp} problem={unclear()?.emptyTitle === true ? t().nameEmpty : undefined}>
        {(control) => (
          <textarea
            ref={control}
            class="title-input"
            name="title"
            rows="2"
            maxLength={limits.title}
            value={props.draft.title}
            dir="auto"
            autofocus
            onInput={(event) => props.onChange({ title: event.currentTarget.value.replace(/\n/g, ' ') })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }}
          />
        )}
      </Field>
      <Show when={!props.editing}>
        <SimilarSessions text={props.draft.title} sessionId={props.draft.sessionId} />
      </Show>
      <details class="more" open={props.editing || unclear()?.badLink != null}>
        <summary>{t().more}</summary>
        <div class="stack">
          <MoreFields draft={props.draft} host={props.host} editing={props.editing} onChange={props.onChange} />
          <details class="more" open={unclear()?.badLink != null}>
            <summary>{t().rarer}</summary>
            <div class="stack">
              <RarerFields draft={props.draft} onChange={props.onChange} badLink={unclear()?.badLink ?? null} />
            </div>
          </details>
        </div>
      </details>
      <SheetTrouble sessionId={props.draft.sessionId} />
      <div class="row submit">
        <Show when={props.closed === ''}>
          <Button type="submit" look="main">
            {label()}
          </Button>
        </Show>
        <Show when={!props.editing && props.draft.title !== ''}>
          <Button look="quiet" onClick={() => props.onChange(emptyDraft(props.draft.sessionId))}>
            {t().clear}
          </Button>
        </Show>
      </div>
    </form>
  )
}
