import { createSignal } from 'solid-js'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Entry } from '../../shared/events.ts'
import type { OfferId } from '../../shared/ids.ts'
import { useForum } from '../sync/forum-context.tsx'
import { askReason } from '../ui/ask-reason.ts'
import { whisperNews } from '../ui/notices.ts'
import { loadAnswers } from '../ui/use-acts.ts'

/** Whoever acts by keyboard goes on where they were, or, where that is gone, at the beginning of the page. */
export const keepFocus = (from: Element | null): void => {
  requestAnimationFrame(() => {
    if (from === document.body || document.activeElement !== document.body) return
    const to = from?.isConnected === true ? from : document.getElementById('content')
    if (!(to instanceof HTMLElement)) return
    if (to !== from) to.tabIndex = -1
    to.focus({ preventScroll: true })
  })
}

/** Sends what concerns one offer; a refusal stays beside it, with all that speaks against it. */
export const useOfferActs = () => {
  const forum = useForum()
  const [isBusy, setBusy] = createSignal(false)
  const [problems, setProblems] = createSignal<readonly string[]>([])
  /** True where it took effect. */
  const send = async (
    offerId: OfferId,
    command: Command,
    done: (entry: Entry) => string,
    reason?: string,
  ): Promise<boolean> => {
    const from = document.activeElement
    setBusy(true)
    setProblems([])
    const answer = await forum.send(command, { reason })
    setBusy(false)
    keepFocus(from)
    if (answer.type === 'accepted') {
      const { sayDone } = await loadAnswers()
      sayDone(forum, `offer ${offerId}`, done(answer.entry), answer.entry.commandId)
      return true
    }
    const { findings, message } = answer.refusal
    const why = findings[0]?.level === 'needs-reason' ? await askReason(message) : null
    if (why !== null) return send(offerId, command, done, why)
    const said = findings.length === 0 ? [message] : findings.map((finding) => finding.message)
    setProblems(said)
    whisperNews(said.join(' '))
    return false
  }
  return { isBusy, problems, send }
}
