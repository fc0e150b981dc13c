import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import { localDate } from '../../shared/zone.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { setupWords } from '../i18n/setup.ts'
import { newId } from '../sync/new-id.ts'
import { Button } from '../ui/Button.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { AdvicePart } from './AdvicePart.tsx'
import { CreatePart } from './CreatePart.tsx'
import { createForum } from './create-forum.ts'
import { type Created, dropCreated, keepCreated, readCreated } from './created-draft.ts'
import { DaysPart } from './DaysPart.tsx'
import { DonePart } from './DonePart.tsx'
import { FramePart } from './FramePart.tsx'
import { dropDraft, keepDraft, readDraft } from './form-draft.ts'
import { PreviewPart } from './PreviewPart.tsx'
import { planOf } from './plan-of.ts'
import { RoomsPart } from './RoomsPart.tsx'
import { emptyForm, isSameForm, type SetupForm } from './setup-form.ts'
import { takeSecret } from './setup-secret.ts'
import './setup.css'

const DAY = 24 * 60 * 60_000

/** An empty form for this device: its zone, tomorrow. */
const freshForm = (): SetupForm => {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return emptyForm(localDate(Date.now() + DAY, timeZone), timeZone, newId())
}

/** Five minutes from nothing to a forum: frame, rooms, days, with the real grid drawn beside. */
export const SetupPage = () => {
  const t = setupWords.use
  const language = useLanguage()
  const [secret, setSecret] = createSignal(
    takeSecret(window.location, sessionStorage, (address) => window.history.replaceState(null, '', address)),
  )
  const [form, setForm] = createSignal<SetupForm>(readDraft(localStorage) ?? freshForm())
  /** What the form said before it was emptied. */
  const [wiped, setWiped] = createSignal<SetupForm | null>(null)
  const [created, setCreated] = createSignal<Created | null>(readCreated(sessionStorage))
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const reading = createMemo(() => planOf(form()))
  const isFresh = createMemo(() => isSameForm(form(), freshForm()))
  createEffect(() => {
    document.title = t().title
  })
  createEffect(() => created() === null && keepDraft(localStorage, form()))
  const change = (changes: Partial<SetupForm>) => setForm({ ...form(), ...changes })
  const create = async () => {
    setBusy(true)
    setTrouble(null)
    const answer = await createForum(secret().trim(), reading().plan, language())
    setBusy(false)
    if (answer.type === 'ok') {
      const made = { forum: answer.value, name: reading().plan.name }
      setCreated(made)
      keepCreated(sessionStorage, made)
      dropDraft(localStorage)
      window.scrollTo(0, 0)
    } else if (answer.type === 'refused') setTrouble(answer.message || t().refused)
    else setTrouble(t().unreachable)
  }
  const wipe = () => {
    setWiped(form())
    setForm(freshForm())
  }
  const another = () => {
    dropCreated(sessionStorage)
    setForm(freshForm())
    setWiped(null)
    setCreated(null)
    window.scrollTo(0, 0)
  }
  return (
    <main class="setup" id="content">
      <header class="setup-head">
        <h1>{t().title}</h1>
        <LanguageSwitch />
      </header>
      <Show when={created()} fallback={null}>
        {(made) => <DonePart forum={made().forum} name={made().name} onAnother={another} />}
      </Show>
      <Show when={created() === null}>
        <p>
          {t().intro} <span class="soft">{t().kept}</span>
        </p>
        <form
          class="setup-form"
          onSubmit={(event) => {
            event.preventDefault()
            void create()
          }}
        >
          <div class="setup-fields">
            <FramePart form={form()} reading={reading()} onChange={change} onForm={setForm} />
            <RoomsPart form={form()} reading={reading()} onChange={change} />
            <DaysPart form={form()} reading={reading()} onForm={setForm} />
          </div>
          <aside class="setup-aside">
            <AdvicePart reading={reading()} />
            <PreviewPart plan={reading().plan} />
            <CreatePart
              missing={reading().missing}
              secret={secret()}
              onSecret={setSecret}
              trouble={trouble()}
              isBusy={isBusy()}
            />
            {/* One button for both ways: who emptied the form by keyboard is still on it. */}
            <Show when={!isFresh() || wiped() !== null}>
              <Button look="quiet" onClick={() => (isFresh() ? setForm(wiped() ?? form()) : wipe())}>
                {isFresh() ? t().bringBack : t().startAgain}
              </Button>
            </Show>
          </aside>
        </form>
      </Show>
    </main>
  )
}
