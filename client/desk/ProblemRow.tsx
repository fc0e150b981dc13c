import { createMemo, For, Show } from 'solid-js'
import type { Problem } from '../../shared/checks.ts'
import { type CellRef, cellKey } from '../../shared/ids.ts'
import type { KeptReason } from '../../shared/protocol.ts'
import { typeset } from '../../shared/words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useActs } from '../ui/use-acts.ts'
import { ReasonLine } from './ReasonLine.tsx'

/** What stands against one session, why it is there all the same, and where it would be better. */
export const ProblemRow = (props: { readonly problem: Problem; readonly reason: KeptReason | undefined }) => {
  const t = deskWords.use
  const forum = useForum()
  const acts = useActs()
  const id = () => props.problem.sessionId
  const session = () => forum.session(id())
  const where = () => {
    const placement = forum.board().placements.get(id())
    const slotId = placement?.slotIds[0]
    return placement === undefined || slotId === undefined ? '' : acts.cellText({ roomId: placement.roomId, slotId })
  }
  // By name, so that the same cell keeps its button, and its focus, from one answer of the server to the next.
  const nameOf = (cell: CellRef) => cellKey(cell.roomId, cell.slotId)
  const mendings = createMemo(() => props.problem.mendings.map(nameOf))
  const cellOf = (key: string) => props.problem.mendings.find((cell) => nameOf(cell) === key)
  return (
    <li class="desk-session desk-problem-row" data-level={props.problem.findings[0]?.level}>
      <div class="desk-session-text">
        <a href={`/${forum.slug}/sessions/${id()}`} dir="auto" lang={session()?.language || undefined}>
          {typeset(session()?.title ?? '')}
        </a>
        <p class="soft">{where()}</p>
      </div>
      <ul class="desk-findings">
        <For each={props.problem.findings}>
          {({ level, message }) => (
            <li>
              <strong class="desk-level" data-level={level}>
                {t().rules.levels[level]}
              </strong>{' '}
              {message}
            </li>
          )}
        </For>
      </ul>
      <ReasonLine reason={props.reason} />
      <Show when={mendings().length > 0} fallback={<p class="soft desk-mend">{t().problems.noMending}</p>}>
        <div class="row desk-mend">
          <span>{t().problems.mend}</span>
          <For each={mendings()}>
            {(key) => (
              <Show when={cellOf(key)}>
                {(cell) => (
                  <Button
                    aria-label={t().problems.mendThis(session()?.title ?? '', acts.cellText(cell()))}
                    onClick={() => void acts.claim(id(), cell())}
                  >
                    {acts.cellText(cell())}
                  </Button>
                )}
              </Show>
            )}
          </For>
        </div>
      </Show>
    </li>
  )
}
