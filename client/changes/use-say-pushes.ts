import { changesWords } from '../i18n/changes.ts'
import { useForum } from '../sync/forum-context.tsx'
import { navigate } from '../ui/location.ts'
import { dropNews, dropNotice, notify } from '../ui/notices.ts'
import { useActs } from '../ui/use-acts.ts'
import type { Push } from './pushed.ts'
import { pushText, type Sayings, takenFrom } from './say-push.ts'

/** Of several, so many can be put back from the notice itself; the others from their pages. */
const mostBacks = 2

/** Says what happened to what one hosts or starred, all of it in one notice. */
export const useSayPushes = () => {
  const t = changesWords.use
  const forum = useForum()
  const acts = useActs()
  const sayings = (): Sayings => ({
    words: t(),
    cellText: acts.cellText,
    nameOf: ({ by }) => (by === null ? null : (forum.people().get(by)?.name ?? null)),
    titleOf: (id) => forum.confirmed().sessions.get(id)?.title ?? '',
  })
  const backs = (pushes: readonly Push[]) =>
    pushes.flatMap((push) => {
      const cell = takenFrom(push)
      const { sessionId, title } = push.difference
      if (cell === null) return []
      const done = t().isBack(title, acts.cellText(cell))
      const act = () => void acts.act(sessionId, { type: 'claim', sessionId, ...cell }, done)
      return [{ label: pushes.length === 1 ? t().putBack : t().putThisBack(title), act }]
    })
  const see = (to: string) => ({ label: t().see, act: () => navigate(to) })
  return (key: string, pushes: readonly Push[]): void => {
    for (const { difference } of pushes) dropNews(`session ${difference.sessionId}`)
    const [first] = pushes
    if (first === undefined) {
      dropNotice(key)
      return
    }
    if (pushes.length === 1) {
      const { type, sessionId } = first.difference
      const page = type === 'withdrawn' ? [] : [see(`/${forum.slug}/sessions/${sessionId}`)]
      notify({ key, text: pushText(first, sayings()), actions: [...backs(pushes), ...page] })
      return
    }
    const isOwn = pushes.some(({ concern }) => concern === 'hosted')
    notify({
      key,
      text: (isOwn ? t().joined : t().joinedStars)(pushes.length),
      detail: pushes.map((push) => `${pushText(push, sayings())}.`).join(' '),
      actions: [...backs(pushes).slice(0, mostBacks), see(`/${forum.slug}/me`)],
    })
  }
}
