import { For, Show } from 'solid-js'
import { setupWords } from '../i18n/setup.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { Missing } from './plan-of.ts'

interface CreatePartProps {
  readonly missing: readonly Missing[]
  readonly secret: string
  readonly onSecret: (secret: string) => void
  readonly trouble: string | null
  readonly isBusy: boolean
}

/** What is still missing, in words, and the button. The key is asked for only where the link did not bring it. */
export const CreatePart = (props: CreatePartProps) => {
  const t = setupWords.use
  const came = props.secret !== ''
  return (
    <section class="setup-create">
      <Show when={!came || props.trouble !== null}>
        <Show when={!came}>
          <p class="setup-problem">{t().noSecret}</p>
        </Show>
        <Field label={t().secret} help={t().secretHelp}>
          {(control) => (
            <input
              ref={control}
              type="text"
              autocomplete="off"
              spellcheck={false}
              required
              value={props.secret}
              onInput={(event) => props.onSecret(event.currentTarget.value)}
            />
          )}
        </Field>
      </Show>
      <Show when={props.missing.length > 0}>
        <div class="setup-missing">
          <p>{t().missingIntro}</p>
          <ul>
            <For each={props.missing}>{(what) => <li>{t().missing[what]}</li>}</For>
          </ul>
        </div>
      </Show>
      <Button look="main" type="submit" disabled={props.isBusy || props.missing.length > 0}>
        {props.isBusy ? t().creating : t().create}
      </Button>
      <p class="setup-problem" role="alert">
        {props.trouble ?? ''}
      </p>
    </section>
  )
}
