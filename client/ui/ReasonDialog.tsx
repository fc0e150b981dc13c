import { createSignal, Show } from 'solid-js'
import { limits } from '../../shared/limits.ts'
import { changesWords } from '../i18n/changes.ts'
import { useWords } from '../i18n/words.ts'
import { useReasonQuestion } from './ask-reason.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'

/** Asks why something is to be done although a rule speaks against it. */
export const ReasonDialog = () => {
  const t = changesWords.use
  const common = useWords()
  const question = useReasonQuestion()
  const [reason, setReason] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const close = (given: string | null) => {
    question()?.answer(given)
    setReason('')
    setTried(false)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (reason().trim() !== '') close(reason().trim())
  }
  return (
    <Dialog open={question() !== null} look="sheet" title={t().why.title} onClose={() => close(null)}>
      <form class="stack" onSubmit={submit}>
        <Show when={question()}>{(asked) => <p>{asked().why}</p>}</Show>
        <Field
          label={t().why.label}
          help={t().why.help}
          problem={tried() && reason().trim() === '' ? t().why.empty : undefined}
        >
          {(control) => (
            <textarea
              ref={control}
              rows="2"
              maxLength={limits.reason}
              value={reason()}
              dir="auto"
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="row">
          <Button look="main" type="submit">
            {t().why.send}
          </Button>
          <Button look="quiet" onClick={() => close(null)}>
            {common().cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
