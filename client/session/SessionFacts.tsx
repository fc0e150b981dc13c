import { For, type JSX, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { sessionWords } from '../i18n/session.ts'
import { useForum } from '../sync/forum-context.tsx'
import { isSafeLink } from './is-safe-link.ts'

/** What a session says of itself. */
export const SessionFacts = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const language = useLanguage()
  const forum = useForum()
  const collective = () => forum.board().collectives.get(props.session.collectiveId ?? '')?.name ?? ''
  return (
    <>
      <Show when={props.session.description}>
        <p class="session-text" lang={props.session.language || undefined} dir="auto">
          {props.session.description}
        </p>
      </Show>
      <dl class="facts">
        <Fact name={t().collective}>{collective()}</Fact>
        <Fact name={t().needs}>{props.session.needs.join(', ')}</Fact>
        <Fact name={t().tags}>{props.session.tags.join(', ')}</Fact>
        <Fact name={t().expected}>{props.session.expected === null ? '' : String(props.session.expected)}</Fact>
        <Fact name={t().language}>{languageName(props.session.language, language())}</Fact>
        <Fact name={t().remarks}>{props.session.remarks}</Fact>
      </dl>
      <Show when={props.session.links.length > 0}>
        <div>
          <h2>{t().links}</h2>
          <ul>
            <For each={props.session.links.filter(isSafeLink)}>
              {(link) => (
                <li>
                  <a class="session-link" href={link} rel="noopener noreferrer nofollow external" target="_blank">
                    {link}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </>
  )
}

const languageName = (tag: string, language: string): string => {
  if (tag === '') return ''
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
  } catch {
    // Of the usual form, and no language's.
    return tag
  }
}

/** A line of facts; nothing where there is nothing to say. */
const Fact = (props: { readonly name: string; readonly children: JSX.Element }) => (
  <Show when={props.children}>
    <div>
      <dt>{props.name}</dt>
      <dd dir="auto">{props.children}</dd>
    </div>
  </Show>
)
