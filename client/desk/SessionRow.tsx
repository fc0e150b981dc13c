import { createSignal, createUniqueId, Show } from 'solid-js'
import type { Session } from '../../shared/board.ts'
import { limits } from '../../shared/limits.ts'
import type { KeptReason } from '../../shared/protocol.ts'
import { typeset } from '../../shared/words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useWords } from '../i18n/words.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useActs } from '../ui/use-acts.ts'
import { keepFocus } from './keep-focus.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { ReasonLine } from './ReasonLine.tsx'
import { SavedInput } from './SavedInput.tsx'
import { useDesk } from './use-desk.ts'

interface SessionRowProps {
  readonly session: Session
  readonly hosts: string
  readonly where: string
  /** Why it is there all the same, where a rule asked. */
  readonly reason: KeptReason | undefined
}

/** One session and what the team can do to it: place, lock, unpin, withdraw. */
export const SessionRow = (props: SessionRowProps) => {
  const t = deskWords.use
  const common = useWords()
  const forum = useForum()
  const acts = useActs()
  const desk = useDesk()
  const [isPlacing, setPlacing] = createSignal(false)
  const [isRenaming, setRenaming] = createSignal(false)
  const [cell, setCell] = createSignal({ roomId: '', slotId: '' })
  const titleId = createUniqueId()
  const id = () => props.session.id
  const isPlaced = () => forum.board().placements.has(id())
  const open = () => {
    const placement = forum.board().placements.get(id())
    setCell({ roomId: placement?.roomId ?? '', slotId: placement?.slotIds[0] ?? '' })
    setPlacing(!isPlacing())
  }
  const place = async () => {
    if (cell().roomId === '' || cell().slotId === '') return
    if (await acts.claim(id(), cell())) setPlacing(false)
  }
  let renameButton: HTMLElement | undefined
  const rename = (event: MouseEvent) => {
    renameButton = event.currentTarget instanceof HTMLElement ? event.currentTarget : undefined
    setRenaming(!isRenaming())
  }
  const withdraw = () => desk.run({ type: 'withdraw', sessionId: id() }, t().sessions.withdrawn(props.session.title))
  return (
    <li class="desk-session">
      <div class="desk-session-text">
        <Show
          when={isRenaming()}
          fallback={
            <a
              id={titleId}
              href={`/${forum.slug}/sessions/${id()}`}
              dir="auto"
              lang={props.session.language || undefined}
            >
              {typeset(props.session.title)}
            </a>
          }
        >
          <SavedInput
            ref={(field) => queueMicrotask(() => field.select())}
            class="desk-rename"
            aria-label={t().sessions.renameThis(props.session.title)}
            maxLength={limits.title}
            saved={props.session.title}
            onSave={(title) => desk.run({ type: 'edit', sessionId: id(), title }, t().saved(title))}
            onDone={(how) => {
              setRenaming(false)
              if (how === 'key') renameButton?.focus()
            }}
          />
        </Show>
        <p>
          <span dir="auto">{props.hosts}</span> <span class="soft">· {props.where}</span>
          <Show when={props.session.locked}>
            <strong class="desk-mark">{t().sessions.locked}</strong>
          </Show>
        </p>
        <ReasonLine reason={props.reason} />
      </div>
      <div class="row">
        <Button aria-expanded={isRenaming()} aria-describedby={titleId} onClick={rename}>
          {t().sessions.rename}
        </Button>
        <Button aria-expanded={isPlacing()} aria-describedby={titleId} onClick={open}>
          {isPlaced() ? t().sessions.move : t().sessions.place}
        </Button>
        <Button
          aria-describedby={titleId}
          onClick={() => void acts.act(id(), { type: props.session.locked ? 'unlock' : 'lock', sessionId: id() })}
        >
          {props.session.locked ? t().sessions.unlock : t().sessions.lock}
        </Button>
        <Show when={isPlaced()}>
          <Button
            aria-describedby={titleId}
            onClick={() =>
              void acts.act(id(), { type: 'release', sessionId: id() }, common().place.released(props.session.title))
            }
          >
            {t().sessions.release}
          </Button>
        </Show>
        <Button
          look="danger"
          aria-describedby={titleId}
          onClick={(event) =>
            event.currentTarget instanceof HTMLElement &&
            void keepFocus(event.currentTarget, '.button.danger', withdraw)
          }
        >
          {t().sessions.withdraw}
        </Button>
      </div>
      <Show when={isPlacing()}>
        <form
          class="desk-place"
          aria-label={
            isPlaced() ? t().sessions.moveThis(props.session.title) : t().sessions.placeThis(props.session.title)
          }
          onSubmit={(event) => {
            event.preventDefault()
            void place()
          }}
        >
          <PlaceFields session={props.session} cell={cell()} onCell={setCell} />
          <Button look="main" type="submit" class="desk-end" disabled={cell().roomId === '' || cell().slotId === ''}>
            {isPlaced() ? t().sessions.moveHere : t().sessions.placeHere}
          </Button>
        </form>
      </Show>
    </li>
  )
}
