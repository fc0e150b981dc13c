import { limits } from '../../shared/limits.ts'
import { offersWords } from '../i18n/offers.ts'
import { Field } from '../ui/Field.tsx'

interface WordFieldProps {
  readonly value: string
  readonly onInput: (word: string) => void
  /** It was just asked for: whoever did writes at once. */
  readonly isFresh?: boolean
}

/** A short word that goes with an offer or with the answer to one. */
export const WordField = (props: WordFieldProps) => {
  const t = offersWords.use
  return (
    <Field label={t().word}>
      {(control) => (
        <input
          ref={(element) => {
            control(element)
            if (props.isFresh === true) queueMicrotask(() => element.focus())
          }}
          name="word"
          maxLength={limits.offerWord}
          value={props.value}
          dir="auto"
          autocomplete="off"
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** What was typed, as a command carries it: nothing where there is nothing to say. */
export const wordOf = (typed: string): { readonly word?: string } => (typed.trim() === '' ? {} : { word: typed.trim() })
