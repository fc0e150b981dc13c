import { For, onMount } from 'solid-js'
import { setupWords } from '../i18n/setup.ts'
import { Button } from '../ui/Button.tsx'
import { LinkCard } from '../ui/LinkCard.tsx'
import type { CreatedForum } from './create-forum.ts'

const kinds = ['participants', 'facilitators', 'wall'] as const

/** The three links of a new forum, to print or to open. */
export const DonePart = (props: { forum: CreatedForum; name: string; onAnother: () => void }) => {
  const t = setupWords.use
  let head: HTMLHeadingElement | undefined
  // The button that was pressed is gone: who works by keyboard goes on where the page now begins.
  onMount(() => head?.focus())
  return (
    <section class="setup-done">
      <h2 dir="auto" tabindex={-1} ref={head}>
        {t().done(props.name)}
      </h2>
      <p role="status">{t().doneIntro}</p>
      <div class="setup-links">
        <For each={kinds}>
          {(kind) => (
            <LinkCard
              title={t().links[kind]}
              help={t().linkHelp[kind]}
              address={props.forum.links[kind]}
              copy={t().copy}
              copied={t().copied}
              secret={kind === 'facilitators'}
            />
          )}
        </For>
      </div>
      <div class="row setup-done-actions">
        <a class="button main" href={props.forum.links.facilitators}>
          {t().openDesk}
        </a>
        <a class="button plain" href={props.forum.links.participants}>
          {t().openBoard}
        </a>
        <Button onClick={() => window.print()}>{t().print}</Button>
        <Button look="quiet" onClick={() => props.onAnother()}>
          {t().another}
        </Button>
      </div>
    </section>
  )
}
