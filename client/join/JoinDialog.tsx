import { createSignal } from 'solid-js'
import { limits } from '../../shared/limits.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { answerName } from '../ui/ask-name.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'

/** Asks for a name when an act needs one, or when somebody wants to change theirs; the act then goes on. */
export const JoinDialog = () => {
  const t = useWords()
  const forum = useForum()
  const [name, setName] = createSignal(forum.you()?.name ?? '')
  const [problem, setProblem] = createSignal('')
  const [sending, setSending] = createSignal(false)

  const submit = async () => {
    if (name().trim() === '') {
      setProblem(t().join.empty)
      return
    }
    setSending(true)
    const joined = await (forum.you() === null ? forum.join(name().trim()) : forum.rename(name().trim()))
    setSending(false)
    setProblem(joined.type === 'refused' ? joined.message : '')
    if (joined.type === 'joined') answerName(true)
  }

  return (
    <Dialog open={true} title={t().join.title} onClose={() => answerName(false)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field label={t().join.name} help={t().join.why} problem={problem() === '' ? undefined : problem()}>
          {(control) => (
            <input
              ref={control}
              name="name"
              autocomplete="nickname"
              maxLength={limits.name}
              value={name()}
              onInput={(event) => setName(event.currentTarget.value)}
              dir="auto"
              autofocus
            />
          )}
        </Field>
        <div class="row">
          <Button type="submit" look="main" disabled={sending()}>
            {t().join.submit}
          </Button>
          <Button look="quiet" onClick={() => answerName(false)}>
            {t().cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
