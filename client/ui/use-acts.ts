import type { Command } from '../../shared/commands/command.schema.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import type { RefusalJson } from '../../shared/protocol.ts'
import { changesWords } from '../i18n/changes.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { askName } from './ask-name.ts'
import { cellText as cellTextIn } from './cell-text.ts'
import { dropNotice, notify } from './notices.ts'
import { untilItComes } from './until-it-comes.ts'
import { whenTrue } from './when-true.ts'

/** What a person does with sessions. Each asks for a name first where there is none, and says how it ended. */
export interface Acts {
  /** True once this device has a name. */
  named(): Promise<boolean>
  /**
   * Pins or moves; a refusal is said with its holder, and free cells one tap away.
   * @param reason why, where a rule asked for a reason
   */
  claim(sessionId: SessionId, cell: CellRef, reason?: string): Promise<boolean>
  /**
   * Any other command about one session; `done` is what to say when it is accepted.
   * @param reason why, where a rule asked for a reason
   */
  act(sessionId: SessionId, command: Command, done?: string, reason?: string): Promise<boolean>
  /** Back to the tray. */
  release(sessionId: SessionId): Promise<boolean>
  star(sessionId: SessionId, on: boolean): Promise<void>
  /** "B102 14:00"; with its day where that is not today's, or the forum's first one to come. */
  cellText(cell: CellRef): string
}

/** Milliseconds after which an act without an answer is said to wait; its card shows so from the first. */
const patience = 4000

let answers: Promise<typeof import('./say-answer.ts')> | undefined

/**
 * How answers are said, with its words: fetched after the first drawing, for nobody acts before. It is one promise for all, so
 * that what was answered first is said first: "proposed" must not take the place of "placed".
 */
export const loadAnswers = (): Promise<typeof import('./say-answer.ts')> => {
  answers ??= untilItComes(async () => {
    // At the same time: a line that is lost between two turns would bring only the first.
    const [code] = await Promise.all([import('./say-answer.ts'), changesWords.ready()])
    return code
  })
  return answers
}

/** The acts on the forum of this page. */
export const useActs = (): Acts => {
  const t = useWords()
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

  const cellText = (cell: CellRef) => cellTextIn(forum, cell)

  const titleOf = (sessionId: SessionId) => forum.board().sessions.get(sessionId)?.title ?? ''

  const sayRefused = async (sessionId: SessionId, refusal: RefusalJson, again: (reason?: string) => void) => {
    const { sayRefusal } = await loadAnswers()
    const choose = (cell: CellRef) => void claim(sessionId, cell)
    sayRefusal({ forum, t: t(), sessionId, refusal, cellText, choose, again })
  }

  const act: Acts['act'] = async (sessionId, command, done = '', reason) => {
    if (!(await named())) return false
    const key = `session ${sessionId}`
    const late = setTimeout(() => notify({ key, text: t().place.waiting(titleOf(sessionId)) }), patience)
    const answer = await forum.send(command, { reason, quiet: done === '' })
    clearTimeout(late)
    if (answer.type === 'refused') {
      await sayRefused(sessionId, answer.refusal, (why = reason) => void act(sessionId, command, done, why))
      return false
    }
    if (done !== '') void loadAnswers().then(({ sayDone }) => sayDone(forum, key, done, answer.entry.commandId))
    return true
  }

  const claim: Acts['claim'] = async (sessionId, cell, reason) => {
    const placed = t().place.placed(titleOf(sessionId), cellText(cell))
    return act(sessionId, { type: 'claim', sessionId, ...cell }, placed, reason)
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
      if (refusal !== undefined) await sayRefused(sessionId, refusal, () => void forum.star(sessionId, on))
    },
  }
}
