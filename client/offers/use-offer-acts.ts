import { createSignal } from 'solid-js'
import type { Command } from '../../shared/commands/command.schema.ts'
import type { Entry } from '../../shared/events.ts'
import type { OfferId } from '../../shared/ids.ts'
import { useForum } from '../sync/forum-context.tsx'
import { askReason } from '../ui/ask-reason.ts'
import { whisperNews } from '../ui/notices.ts'
import { loadAnswers } from '../ui/use-acts.ts'

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
    setBusy(true)
    setProblems([])
    const answer = await forum.send(command, { reason })
    setBusy(false)
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
