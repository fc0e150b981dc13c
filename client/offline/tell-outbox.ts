import { createEffect, createSignal, onCleanup, untrack } from 'solid-js'
import type { CommandId, ForumSlug, SessionId } from '../../shared/ids.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import { offlineWords } from '../i18n/offline.ts'
import { useWords } from '../i18n/words.ts'
import { draftKey } from '../sync/draft-key.ts'
import type { LiveForum } from '../sync/live.ts'
import type { Told } from '../sync/outbox.ts'
import type { Waiting } from '../sync/outbox-store.ts'
import { dropNotice, notify, useNotices } from '../ui/notices.ts'
import type { Acts } from '../ui/use-acts.ts'

const sessionOf = ({ act }: Waiting): SessionId =>
  act.type === 'star' ? act.sessionId : 'sessionId' in act.command ? act.command.sessionId : ''

const lateKey = (id: CommandId): string => `late ${id}`

/** What was typed for a session that is now proposed, by a page that could not see it through. */
const forgetDraft = (storage: Storage, slug: ForumSlug, { act }: Waiting): void => {
  if (act.type !== 'command' || act.command.type !== 'propose') return
  if (storage.getItem(draftKey(slug))?.includes(act.command.sessionId) === true) storage.removeItem(draftKey(slug))
}

/**
 * Says how ended what was asked for by a page that is gone, and asks about what waited too long. What the person has not
 * answered is asked again by the next page. Call it under an owner.
 */
export const tellOutbox = ({ store, outbox, onTold }: LiveForum, acts: Acts): void => {
  const t = offlineWords.use
  const common = useWords()
  const notices = useNotices()
  /** One question at a time: the corner of a phone holds no more. */
  const [questions, setQuestions] = createSignal<readonly Waiting[]>([])

  /** Questions that stand in the corner; one that is gone from there was answered, or sent away. */
  const seen = new Set<CommandId>()

  const titleOf = (waiting: Waiting): string => {
    const known = store.board().sessions.get(sessionOf(waiting))?.title
    const { act } = waiting
    const proposed = act.type === 'command' && act.command.type === 'propose' ? act.command.title : undefined
    return known ?? proposed ?? ''
  }
  const cellOf = ({ act }: Waiting): string => {
    if (act.type !== 'command' || (act.command.type !== 'claim' && act.command.type !== 'move')) return ''
    return acts.cellText(act.command)
  }

  const sayAccepted = (waiting: Waiting): void => {
    forgetDraft(localStorage, store.slug, waiting)
    if (waiting.act.type === 'star' || waiting.act.quiet === true) return
    const [title, cell] = [titleOf(waiting), cellOf(waiting)]
    const text = cell !== '' ? common().place.placed(title, cell) : title === '' ? t().savedOther : t().saved(title)
    notify({ key: `session ${sessionOf(waiting)}`, tone: 'good', text })
  }
  const sayRefused = (waiting: Waiting, refusal: RefusalJson): void => {
    const sessionId = sessionOf(waiting)
    const title = titleOf(waiting)
    const others = refusal.findings.slice(1).map(({ message }) => message)
    notify({
      key: `session ${sessionId}`,
      tone: 'bad',
      text: title === '' ? refusal.message : common().place.refused(title, refusal.message),
      detail: [...others, ...(refusal.alternatives.length > 0 ? [common().place.alternatives] : [])].join(' '),
      actions: refusal.alternatives.map((cell) => ({
        label: acts.cellText(cell),
        act: () => void acts.claim(sessionId, cell),
      })),
    })
  }
  const ask = (waiting: Waiting): void => {
    const next = () => setQuestions((list) => list.filter(({ id }) => id !== waiting.id))
    const title = titleOf(waiting)
    notify({
      key: lateKey(waiting.id),
      tone: 'bad',
      text: t().late(title === '' ? t().someSession : title, cellOf(waiting)),
      detail: t().lateHelp,
      stays: true,
      actions: [
        { label: t().sendNow, act: () => void outbox.again(waiting.id).then(next) },
        {
          label: t().letGo,
          act: () => {
            outbox.forget(waiting.id)
            next()
          },
        },
      ],
    })
  }

  createEffect(() => {
    const you = store.you()?.id
    const others = untrack(questions).filter(({ by }) => by !== you)
    if (others.length === 0) return
    // Somebody else has this device now: they are not asked in another's place.
    setQuestions((list) => list.filter(({ by }) => by === you))
    for (const { id } of others) {
      seen.delete(id)
      dropNotice(lateKey(id))
    }
  })

  onTold(({ waiting, answer }: Told) => {
    if (answer === undefined || answer.type === 'accepted') sayAccepted(waiting)
    else if (answer.refusal.code !== 'too-late') sayRefused(waiting, answer.refusal)
    else setQuestions((list) => [...list.filter(({ id }) => id !== waiting.id), waiting])
  })
  createEffect(() => {
    // In words of the board, which may still be on its way.
    const first = questions()[0]
    if (first !== undefined && store.load() === 'ready') untrack(() => ask(first))
  })

  createEffect(() => {
    const shown = new Set(notices().map(({ key }) => key))
    for (const waiting of outbox.late()) {
      const isShown = shown.has(lateKey(waiting.id)) || shown.has(`session ${sessionOf(waiting)}`)
      if (isShown) seen.add(waiting.id)
      else if (seen.delete(waiting.id)) {
        // After the button that took it away has done its own part.
        setTimeout(() => {
          outbox.forget(waiting.id)
          setQuestions((list) => list.filter(({ id }) => id !== waiting.id))
        })
      }
    }
  })
  onCleanup(() => onTold(() => undefined))
}
