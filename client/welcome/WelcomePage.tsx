import { createEffect, createSignal, For, Show } from 'solid-js'
import { useLanguage } from '../i18n/define-words.ts'
import { welcomeWords } from '../i18n/welcome.ts'
import { Button } from '../ui/Button.tsx'
import { createFetched } from '../ui/create-fetched.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { navigate } from '../ui/location.ts'
import { type ForumsHere, openExample, readForums } from './read-forums.ts'
import './welcome.css'

/** The front door of the server: what this is, the forums that live here, and two ways to begin. */
export const WelcomePage = () => {
  const t = welcomeWords.use
  const language = useLanguage()
  createEffect(() => {
    document.title = `forum-ouvert – ${t().title}`
  })
  const here = createFetched(() => readForums(language()))
  const found = (): ForumsHere | null => {
    const answer = here()
    return answer?.type === 'ok' ? answer.value : null
  }
  return (
    <main class="welcome" id="content">
      <header class="welcome-head">
        <p class="welcome-mark">forum-ouvert</p>
        <LanguageSwitch />
      </header>
      <div class="welcome-hero">
        <h1>{t().title}</h1>
        <For each={t().sentences}>{(sentence) => <p>{sentence}</p>}</For>
      </div>
      <Show when={here()} fallback={<p role="status">{t().loading}</p>}>
        <Show when={found()} fallback={<p role="alert">{t().failed}</p>}>
          {(list) => (
            <>
              <Show when={list().forums.length > 0}>
                <ForumList here={list()} />
              </Show>
              <Beginnings hasExample={list().example} />
            </>
          )}
        </Show>
      </Show>
    </main>
  )
}

const ForumList = (props: { here: ForumsHere }) => {
  const t = welcomeWords.use
  return (
    <section class="welcome-forums">
      <h2>{t().forums}</h2>
      <ul>
        <For each={props.here.forums}>
          {(forum) => (
            <li>
              <a href={`/${forum.slug}`} dir="auto">
                {forum.name}
              </a>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** The path of one of our own links, wherever the server believes to be. */
const pathOf = (link: string): string => {
  const { pathname, hash } = new URL(link)
  return pathname + hash
}

const Beginnings = (props: { hasExample: boolean }) => {
  const t = welcomeWords.use
  const language = useLanguage()
  const [state, setState] = createSignal<'idle' | 'coming' | 'failed'>('idle')
  const start = async (page: 'participants' | 'facilitators') => {
    setState('coming')
    const answer = await openExample(language())
    if (answer.type === 'ok') navigate(pathOf(answer.value.links[page]))
    else setState('failed')
  }
  return (
    <div class="welcome-ways">
      <section class="welcome-way">
        <h2>{t().create}</h2>
        <p>{t().createHow}</p>
        <p>
          <code>{`${window.location.origin}/new#…`}</code>
        </p>
        <p>
          {t().createThen} <a href="/new">{t().toSetup}</a>
        </p>
      </section>
      <Show when={props.hasExample}>
        <section class="welcome-way">
          <h2>{t().example}</h2>
          <p>{t().exampleHow}</p>
          <div class="row">
            <Button look="main" disabled={state() === 'coming'} onClick={() => void start('participants')}>
              {t().exampleOpen}
            </Button>
            <Button disabled={state() === 'coming'} onClick={() => void start('facilitators')}>
              {t().exampleDesk}
            </Button>
          </div>
          <p role="status">{{ idle: '', coming: t().exampleComing, failed: t().failed }[state()]}</p>
        </section>
      </Show>
    </div>
  )
}
