import { createMemo, For, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import type { SessionId } from '../../shared/ids.ts'
import { carrierOf, insideOf } from '../../shared/together.ts'
import { typeset } from '../../shared/words.ts'
import { sessionWords } from '../i18n/session.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { hostNames } from '../ui/host-names.ts'
import { useActs } from '../ui/use-acts.ts'
import { mayAct } from './may-act.ts'

/** What is held inside this session, what it is held inside of, and where the same is held again. */
export const TogetherPart = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useActs()
  const inside = createMemo(() => insideOf(forum.board(), props.session.id))
  const carrier = createMemo(() => (props.session.merged === null ? null : carrierOf(forum.board(), props.session)))
  /** The first of its kind and every repetition of it, but this one. */
  const again = createMemo(() => {
    const first = props.session.repeatOf ?? props.session.id
    return [...forum.board().sessions.values()].filter(
      ({ id, repeatOf }) => id !== props.session.id && (id === first || repeatOf === first),
    )
  })
  const mayPart = () => mayAct(forum.board(), carrier() ?? props.session, forum.you())
  const unmerge = ({ id, title }: Session) => void acts.act(id, { type: 'unmerge', sessionId: id }, t().unmerged(title))
  const where = (id: SessionId) => {
    const placement = forum.board().placements.get(id)
    const slotId = placement?.slotIds[0]
    if (placement === undefined || slotId === undefined) return common().place.parked
    return acts.cellText({ roomId: placement.roomId, slotId })
  }
  const link = (session: Session) => (
    <a href={`/${forum.slug}/sessions/${session.id}`} lang={session.language || undefined} dir="auto">
      {typeset(session.title)}
    </a>
  )
  return (
    <>
      <Show when={carrier()}>
        {(other) => (
          <section class="session-together">
            <p>
              <b>{t().insideOf}</b> {link(other())}
            </p>
            <div class="row">
              <a class="button plain" href={`/${forum.slug}/sessions/${other().id}`}>
                {t().toCarrier}
              </a>
              <Show when={mayPart()}>
                <Button onClick={() => unmerge(props.session)}>{t().unmerge}</Button>
              </Show>
            </div>
          </section>
        )}
      </Show>
      <Show when={inside().length > 0}>
        <section class="session-together" aria-label={t().with}>
          <h2>{t().with}</h2>
          <ul>
            <For each={inside()}>
              {(session) => (
                <li>
                  <p>
                    {link(session)} <span class="soft">{hostNames(forum, common(), session.hosts)}</span>
                  </p>
                  <Show when={mayPart()}>
                    <Button onClick={() => unmerge(session)} aria-label={t().unmergeThis(session.title)}>
                      {t().unmerge}
                    </Button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={again().length > 0}>
        <p class="session-together">
          <b>{props.session.repeatOf === null ? t().again : t().repeats}</b>{' '}
          <For each={again()}>
            {(session, index) => (
              <>
                {index() > 0 ? ', ' : ''}
                {link(session)} <span class="soft">{where(session.id)}</span>
              </>
            )}
          </For>
        </p>
      </Show>
    </>
  )
}
