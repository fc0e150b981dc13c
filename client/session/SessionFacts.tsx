import { createMemo, For, type JSX, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { dayText, intervalText } from '../i18n/format.ts'
import { sessionWords } from '../i18n/session.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { isSafeLink } from './is-safe-link.ts'

/** Where and when it is, who hosts it, and what it says of itself. */
export const SessionFacts = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const common = useWords()
  const language = useLanguage()
  const forum = useForum()
  const placement = createMemo(() => forum.board().placements.get(props.session.id) ?? null)
  const room = createMemo(() => forum.board().rooms.get(placement()?.roomId ?? '') ?? null)
  const when = () => {
    const at = placement()
    if (at === null) return common().place.parked
    const { slots, frame } = forum.board()
    const date = slots.get(at.slotIds[0] ?? '')?.date
    const time = intervalText(at, frame.timeZone, language())
    return date === undefined ? time : `${dayText(date, language())}, ${time}`
  }
  const where = () => {
    const shown = room()
    return shown === null
      ? ''
      : [shown.building, common().board.floor(shown.floor)].filter((part) => part !== '').join(', ')
  }
  const collective = () => forum.board().collectives.get(props.session.collectiveId ?? '')?.name ?? ''
  const hosts = () => props.session.hosts.map((id) => forum.people().get(id)?.name ?? common().card.someone).join(', ')
  return (
    <>
      <dl class="facts">
        <Fact name={t().when}>{when()}</Fact>
        <Show when={room()}>
          {(shown) => (
            <Fact name={t().where}>
              <a href={`/${forum.slug}/room/${encodeURIComponent(shown().id)}`} dir="auto">
                {shown().name}
              </a>
              <Show when={where() !== ''}>
                <span dir="auto"> ({where()})</span>
              </Show>
              <Show when={shown().capacity}>{(seats) => <span> · {common().board.seats(seats())}</span>}</Show>
            </Fact>
          )}
        </Show>
        <Fact name={t().who}>{hosts()}</Fact>
        <Fact name={t().collective}>{collective()}</Fact>
        <Fact name={t().needs}>{props.session.needs.join(', ')}</Fact>
        <Fact name={t().tags}>{props.session.tags.join(', ')}</Fact>
        <Fact name={t().expected}>{props.session.expected === null ? '' : String(props.session.expected)}</Fact>
        <Fact name={t().language}>{languageName(props.session.language, language())}</Fact>
        <Fact name={t().remarks}>{props.session.remarks}</Fact>
      </dl>
      <Show when={props.session.description}>
        <p class="session-text" lang={props.session.language || undefined} dir="auto">
          {props.session.description}
        </p>
      </Show>
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

const languageName = (tag: string, language: string): string =>
  tag === '' ? '' : (new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag)

/** A line of facts; nothing where there is nothing to say. */
const Fact = (props: { readonly name: string; readonly children: JSX.Element }) => (
  <Show when={props.children}>
    <div>
      <dt>{props.name}</dt>
      <dd dir="auto">{props.children}</dd>
    </div>
  </Show>
)
