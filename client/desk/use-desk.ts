import type { Command } from '../../shared/commands/command.schema.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { momentText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { notify } from '../ui/notices.ts'

/** What the desk does to the frame, rooms, slots and cells. */
export interface DeskActs {
  /**
   * Sends a command of the team; says `done` where it is accepted, the refusal's sentences where it is not.
   * @param undo what brings things back as they were, offered beside `done`
   */
  run(command: Command, done: string, undo?: { readonly label: string; readonly act: () => void }): Promise<boolean>
  /** The same for several commands, one after the other; stops at the first refusal. */
  runAll(commands: readonly Command[], done: string): Promise<boolean>
  /** "mercredi 3 juillet à 11:00", in the forum's zone. */
  moment(at: number): string
}

export const useDesk = (): DeskActs => {
  const language = useLanguage()
  const forum = useForum()
  const sayRefused = (refusal: RefusalJson): void => {
    const others = refusal.findings.slice(1).map(({ message }) => message)
    notify({ key: 'desk', tone: 'bad', text: refusal.message, detail: others.join(' ') || undefined })
  }
  const runAll: DeskActs['runAll'] = async (commands, done) => {
    for (const command of commands) {
      const answer = await forum.send(command)
      if (answer.type === 'refused') {
        sayRefused(answer.refusal)
        return false
      }
    }
    if (commands.length > 0 && done !== '') notify({ key: 'desk', tone: 'good', text: done })
    return true
  }
  return {
    runAll,
    run: async (command, done, undo) => {
      const answer = await forum.send(command)
      if (answer.type === 'refused') sayRefused(answer.refusal)
      else if (undo !== undefined) notify({ key: `desk ${done}`, tone: 'good', text: done, actions: [undo] })
      else if (done !== '') notify({ key: 'desk', tone: 'good', text: done })
      return answer.type === 'accepted'
    },
    moment: (at) => momentText(at, forum.board().frame.timeZone, language()),
  }
}
