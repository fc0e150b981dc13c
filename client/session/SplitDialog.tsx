import { createSignal, For, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { sessionWords } from '../i18n/session.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { newId } from '../sync/new-id.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { navigate } from '../ui/location.ts'
import { useActs } from '../ui/use-acts.ts'

interface SplitDialogProps {
  readonly session: Session
  readonly onClose: () => void
}

/** Two sessions of one: a title for the new one, and which hosts go with it. */
export const SplitDialog = (props: SplitDialogProps) => {
  const t = sessionWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useActs()
  const [title, setTitle] = createSignal(props.session.title)
  const [hosts, setHosts] = createSignal<readonly PersonId[]>([])
  const allGo = () => hosts().length > 0 && hosts().length === props.session.hosts.length
  const toggle = (id: PersonId, on: boolean) =>
    setHosts((before) => (on ? [...before, id] : before.filter((other) => other !== id)))
  const [tried, setTried] = createSignal(false)
  const isSame = () => title().trim() === props.session.title
  const split = async (event: Event) => {
    event.preventDefault()
    const [made, sessionId, said] = [newId(), props.session.id, title().trim()]
    setTried(true)
    if (said === '' || isSame() || allGo()) return
    props.onClose()
    const command: Command = { type: 'split', sessionId, newId: made, title: said, hosts: [...hosts()] }
    if (await acts.act(made, command, t().isSplit(said))) navigate(`/${forum.slug}/sessions/${made}`)
  }
  return (
    <Dialog open={true} look="sheet" title={t().split} onClose={() => props.onClose()}>
      <form class="stack" onSubmit={(event) => void split(event)}>
        <p class="soft">{t().splitHelp}</p>
        <Field label={t().splitTitle} problem={tried() && isSame() ? t().splitSame : undefined}>
          {(control) => (
            <input
              ref={control}
              name="title"
              required
              maxLength={limits.title}
              value={title()}
              dir="auto"
              onFocus={(event) => event.currentTarget.select()}
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          )}
        </Field>
        <Show when={props.session.hosts.length > 1}>
          <fieldset>
            <legend class="legend">{t().splitHosts}</legend>
            <p class="soft">{t().splitHostsHelp}</p>
            <div class="row">
              <For each={props.session.hosts}>
                {(id) => (
                  <label class="check">
                    <input type="checkbox" onChange={(event) => toggle(id, event.currentTarget.checked)} />
                    <span dir="auto">{forum.people().get(id)?.name ?? common().card.someone}</span>
                  </label>
                )}
              </For>
            </div>
            <Show when={allGo()}>
              <p class="session-note" role="alert">
                {t().splitAll}
              </p>
            </Show>
          </fieldset>
        </Show>
        <div class="row">
          <Button look="main" type="submit">
            {t().split}
          </Button>
          <Button look="quiet" onClick={() => props.onClose()}>
            {common().cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
