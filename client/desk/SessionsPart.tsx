import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import type { SessionId } from '../../shared/ids.ts'
import { foldText } from '../../shared/words.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { momentText } from '../i18n/format.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Field } from '../ui/Field.tsx'
import { isShortCode } from '../ui/short-code.ts'
import { createReasons } from './create-reasons.ts'
import { PaperCard } from './PaperCard.tsx'
import { SessionRow } from './SessionRow.tsx'

/** Paper cards entered fast, and every session of the board with what the team can do to it. */
export const SessionsPart = () => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const reasons = createReasons()
  const [search, setSearch] = createSignal('')
  const [onlyParked, setOnlyParked] = createSignal(false)
  const whereOf = (id: SessionId): string => {
    const { placements, rooms, frame } = forum.board()
    const placement = placements.get(id)
    if (placement === undefined) return t().sessions.parked
    return `${rooms.get(placement.roomId)?.name ?? ''} · ${momentText(placement.start, frame.timeZone, language())}`
  }
  const hostsOf = (session: Session): string =>
    session.hosts.map((id) => forum.people().get(id)?.name ?? t().log.someone).join(', ')
  const found = createMemo(() => {
    const wanted = foldText(search())
    const start = (id: SessionId) => forum.board().placements.get(id)?.start ?? 0
    return [...forum.board().sessions.values()]
      .filter((session) => !onlyParked() || !forum.board().placements.has(session.id))
      .filter(
        (session) =>
          wanted === '' ||
          isShortCode(search(), session.id) ||
          foldText(`${session.title} ${hostsOf(session)} ${whereOf(session.id)}`).includes(wanted),
      )
      .sort((a, b) => start(a.id) - start(b.id) || a.title.localeCompare(b.title, language()))
      .map((session) => session.id)
  })
  return (
    <>
      <PaperCard />
      <div class="desk-pair desk-filter">
        <Field label={t().sessions.search}>
          {(control) => (
            <input
              ref={control}
              type="search"
              value={search()}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
          )}
        </Field>
        <label class="check desk-end">
          <input
            type="checkbox"
            checked={onlyParked()}
            onChange={(event) => setOnlyParked(event.currentTarget.checked)}
          />
          <span>{t().sessions.onlyParked}</span>
        </label>
      </div>
      <p role="status" class="soft">
        {t().sessions.title(found().length)}
      </p>
      <Show when={found().length > 0} fallback={<p>{t().sessions.none}</p>}>
        <ul class="desk-sessions">
          <For each={found()}>
            {(id) => (
              <Show when={forum.board().sessions.get(id)}>
                {(session) => (
                  <SessionRow
                    session={session()}
                    hosts={hostsOf(session())}
                    where={whereOf(id)}
                    reason={reasons().get(id)}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}
