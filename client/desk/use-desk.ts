import type { Command } from '../../shared/commands/command.schema.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { momentText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { askReason } from '../ui/ask-reason.ts'
import { notify } from '../ui/notices.ts'
import { loadAnswers } from '../ui/use-acts.ts'

/** What can be done instead where a command is refused in this way. */
export interface WayOut {
  readonly code: RefusalJson['code']
  readonly label: string
  readonly act: () => void
}

/** What the desk does to the frame, rooms, slots and cells. */
export interface DeskActs {
  /**
   * Sends a command of the team; says `done` where it is accepted, with the way back one tap away, and the refusal's
   * sentences where it is not. A rule that asks for a reason is answered first.
   */
  run(command: Command, done: string, wayOut?: WayOut): Promise<boolean>
  /** The same for several commands, one after the other, without a way back; stops at the first refusal. */
  runAll(commands: readonly Command[], done: string): Promise<boolean>
  /** "mercredi 3 juillet à 11:00", in the forum's zone. */
  moment(at: number): string
}

/** One notice for all that the desk does: only the last action can be undone, so only its button is shown. */
const key = 'desk'

export const useDesk = (): DeskActs => {
  const language = useLanguage()
  const forum = useForum()
  const sayRefused = (refusal: RefusalJson, wayOut?: WayOut): void => {
    const others = refusal.findings.slice(1).map(({ message }) => message)
    const actions = wayOut?.code === refusal.code ? [wayOut] : []
    notify({ key, tone: 'bad', text: refusal.message, detail: others.join(' ') || undefined, actions })
  }
  const send = async (command: Command, quiet: boolean) => {
    const answer = await forum.send(command, { quiet })
    if (answer.type === 'accepted' || answer.refusal.findings[0]?.level !== 'needs-reason') return answer
    const reason = await askReason(answer.refusal.findings.map(({ message }) => message).join(' '))
    return reason === null ? answer : forum.send(command, { reason, quiet })
  }
  return {
    run: async (command, done, wayOut) => {
      const answer = await send(command, done === '')
      if (answer.type === 'refused') {
        sayRefused(answer.refusal, wayOut)
        return false
      }
      if (done !== '') {
        const { sayDone } = await loadAnswers()
        sayDone(forum, key, done, answer.entry.commandId)
      }
      return true
    },
    runAll: async (commands, done) => {
      for (const command of commands) {
        const answer = await send(command, true)
        if (answer.type === 'refused') {
          sayRefused(answer.refusal)
          return false
        }
      }
      if (commands.length > 0 && done !== '') notify({ key, tone: 'good', text: done })
      return true
    },
    moment: (at) => momentText(at, forum.board().frame.timeZone, language()),
  }
}
