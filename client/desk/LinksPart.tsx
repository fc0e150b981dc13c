import { createSignal, For, Show } from 'solid-js'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkCard } from '../ui/LinkCard.tsx'
import { notify } from '../ui/notices.ts'
import { postLink } from './desk-http.ts'

/** Pages for paper, by their word in the address. */
const printed = ['poster', 'doors', 'grid', 'cards'] as const

/** The links to hand out, a new one for the team, and what can be printed: posters, doors, grids, cards. */
export const LinksPart = () => {
  const t = deskWords.use
  const forum = useForum()
  const base = () => `${window.location.origin}/${forum.slug}`
  return (
    <>
      <h2 class="unseen">{t().parts.links}</h2>
      <div class="desk-links">
        <LinkCard
          title={t().links.participants}
          help={t().links.participantsHelp}
          address={base()}
          copy={t().links.copy}
          copied={t().links.copied}
        />
        <LinkCard
          title={t().links.wall}
          help={t().links.wallHelp}
          address={`${base()}/wall`}
          copy={t().links.copy}
          copied={t().links.copied}
        />
      </div>
      <TeamLink />
      <section class="desk-box">
        <h2>{t().links.printTitle}</h2>
        <p class="soft">{t().links.printHelp}</p>
        <ul class="row">
          <For each={printed}>
            {(kind) => (
              <li>
                <a class="button plain" href={`/${forum.slug}/print?what=${kind}`}>
                  {t().links.printed[kind]}
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </>
  )
}

const TeamLink = () => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const [link, setLink] = createSignal<string | null>(null)
  const [revoke, setRevoke] = createSignal(false)
  const make = async () => {
    const answer = await postLink(forum.slug, revoke(), language())
    if (answer.type === 'ok') setLink(answer.value.link)
    else {
      const text = answer.type === 'refused' && answer.message !== '' ? answer.message : t().unreachable
      notify({ key: 'desk', tone: 'bad', text })
    }
  }
  return (
    <section class="desk-box desk-team-link">
      <h2>{t().links.newTeam}</h2>
      <Show when={link()}>
        {(address) => (
          <LinkCard
            title={t().links.team}
            help={t().links.teamHelp}
            address={address()}
            copy={t().links.copy}
            copied={t().links.copied}
            secret
          />
        )}
      </Show>
      <label class="check">
        <input type="checkbox" checked={revoke()} onChange={(event) => setRevoke(event.currentTarget.checked)} />
        <span>{t().links.revoke}</span>
      </label>
      <Button onClick={() => void make()}>{t().links.make}</Button>
    </section>
  )
}
