import { createEffect, on, onCleanup } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { whisperNews } from '../ui/notices.ts'
import { newsOf } from './news.ts'

/** Milliseconds within which what others do is joined into one sentence. */
const joined = 5000

const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select') === true

/** Tells a screen reader what others changed: joined, and never while somebody is typing. */
export const createNews = (): void => {
  const t = useWords()
  const forum = useForum()
  let told = forum.entries().at(-1)?.seq ?? 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer = undefined
    if (isTyping()) {
      timer = setTimeout(tell, joined)
      return
    }
    const fresh = forum.entries().filter(({ seq }) => seq > told)
    told = fresh.at(-1)?.seq ?? told
    const news = newsOf(fresh, forum.you()?.id ?? '')
    if (news === null) return
    const { proposed, placed, gone } = t().news
    const said = [
      news.placed > 0 ? placed(news.placed) : '',
      news.proposed > 0 ? proposed(news.proposed) : '',
      news.gone > 0 ? gone(news.gone) : '',
    ]
    whisperNews(said.filter((part) => part !== '').join(', '))
  }
  createEffect(
    on(
      forum.entries,
      () => {
        timer ??= setTimeout(tell, joined)
      },
      { defer: true },
    ),
  )
  onCleanup(() => clearTimeout(timer))
}
