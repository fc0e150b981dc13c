import type { Command } from '../../shared/commands/command.schema.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { nowOf } from '../../shared/now.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { shortDayText, timeText } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import type { Answer } from '../sync/forum-store.ts'
import { askName } from './ask-name.ts'
import { dropNotice, notify } from './notices.ts'
import { whenTrue } from './when-true.ts'

/** What a person does with sessions. Each asks for a name first where there is none, and says how it ended. */
export interface Acts {
  /** True once this device has a name. */
  named(): Promise<boolean>
  /** Pins or moves; a refusal is said with its holder, and free cells one tap away. */
  claim(sessionId: SessionId, cell: CellRef): Promise<boolean>
  /** Any other command about one session; `done` is what to say when it is accepted. */
  act(sessionId: SessionId, command: Command, done?: string): Promise<boolean>
  /** Back to the tray. */
  release(sessionId: SessionId): Promise<boolean>
  star(sessionId: SessionId, on: boolean): Promise<void>
  /** "B102 14:00"; with its day where that is not today's, or the forum's first one to come. */
  cellText(cell: CellRef): string
}

/** Milliseconds after which an act without an answer is said to wait; its card shows so from the first. */
const patience = 4000

/** The acts on the forum of this page. */
export const useActs = (): Acts => {
  const t = useWords()
  const language = useLanguage()
  const forum = useForum()

  /** Nobody is asked for a name that the server knows already, only because it has not greeted this page yet. */
  const known = async () => {
    if (forum.isKnown()) return
    const late = setTimeout(() => notify({ key: 'network', text: t().place.noNetwork }), 2000)
    await whenTrue(forum.isKnown)
    clearTimeout(late)
    dropNotice('network')
  }

  const named = async () => {
    await known()
    return forum.you() !== null || (await askName())
  }

  const cellText = ({ roomId, slotId }: CellRef) => {
    const { rooms, slots, frame } = forum.board()
    const slot = slots.get(slotId)
    if (slot === undefined) return rooms.get(roomId)?.name ?? ''
    const time = timeText(slot.start, frame.timeZone, language())
    // A cell of another day says so: "Jardin 10:00" would be taken for today's.
    const isOfToday = slot.date === nowOf(forum.board(), forum.now()).date
    return t().place.alternative(
      rooms.get(roomId)?.name ?? '',
      isOfToday ? time : `${shortDayText(slot.date, language())} ${time}`,
    )
  }

  const titleOf = (sessionId: SessionId) => forum.board().sessions.get(sessionId)?.title ?? ''

  const sayRefused = (sessionId: SessionId, refusal: RefusalJson, again: () => void) => {
    const alternatives = refusal.alternatives.map((cell) => ({
      label: cellText(cell),
      act: () => void claim(sessionId, cell),
    }))
    const others = refusal.findings.slice(1).map(({ message }) => message)
    const title = titleOf(sessionId)
    notify({
      key: `session ${sessionId}`,
      tone: 'bad',
      text: title === '' ? refusal.message : t().place.refused(title, refusal.message),
      detail: [...others, ...(alternatives.length > 0 ? [t().place.alternatives] : [])].join(' '),
      actions: refusal.code === 'too-late' ? [{ label: t().retry, act: again }] : alternatives,
    })
  }

  const settle = (sessionId: SessionId, answer: Answer, done: string, again: () => void): boolean => {
    if (answer.type === 'refused') sayRefused(sessionId, answer.refusal, again)
    else if (done !== '') notify({ key: `session ${sessionId}`, tone: 'good', text: done })
    return answer.type === 'accepted'
  }

  const act: Acts['act'] = async (sessionId, command, done = '') => {
    if (!(await named())) return false
    const key = `session ${sessionId}`
    const late = setTimeout(() => notify({ key, text: t().place.waiting(titleOf(sessionId)) }), patience)
    const answer = await forum.send(command)
    clearTimeout(late)
    return settle(sessionId, answer, done, () => void act(sessionId, command, done))
  }

  const claim: Acts['claim'] = async (sessionId, cell) => {
    const placed = t().place.placed(titleOf(sessionId), cellText(cell))
    return act(sessionId, { type: 'claim', sessionId, ...cell }, placed)
  }

  return {
    named,
    claim,
    release: (sessionId) => act(sessionId, { type: 'release', sessionId }, t().place.released(titleOf(sessionId))),
    act,
    cellText,
    star: async (sessionId, on) => {
      if (!(await named())) return
      const refusal = await forum.star(sessionId, on)
      if (refusal !== undefined) sayRefused(sessionId, refusal, () => void forum.star(sessionId, on))
    },
  }
}
