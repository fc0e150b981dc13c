import { createEffect, createSignal, Match, Switch } from 'solid-js'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { proposeWords } from '../i18n/propose.ts'
import { useForum } from '../sync/forum-context.tsx'
import { newId } from '../sync/new-id.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { navigate, useLocation } from '../ui/location.ts'
import { useActs } from '../ui/use-acts.ts'
import { useDoorSentence } from '../ui/use-door-sentence.ts'
import { DraftForm } from './DraftForm.tsx'
import { type Draft, draftOf, type Said } from './draft.ts'
import { dropDraft, keepDraft, loadDraft } from './draft-store.ts'
import { featuresOf } from './features-of.ts'
import { RepeatSheet } from './RepeatSheet.tsx'
import { WhereAndWhen } from './WhereAndWhen.tsx'

/** "b102 2024-07-03-1100" of the address; null where none was tapped. */
const cellOf = (wanted: string | null): CellRef | null => {
  const [roomId = '', slotId = ''] = (wanted ?? '').split(' ')
  return roomId === '' || slotId === '' ? null : { roomId, slotId }
}

/**
 * The sheet to propose (`?propose`), to change (`?edit=ID`), to place (`?where=ID`) or to repeat (`?repeat=ID`) a session,
 * over whatever page is open.
 */
export const ProposeSheet = () => {
  const t = proposeWords.use
  const forum = useForum()
  const acts = useActs()
  const location = useLocation()
  const doorSentence = useDoorSentence()
  const cell = cellOf(location().search.get('propose'))
  const edited = forum.board().sessions.get(location().search.get('edit') ?? '')
  const first =
    edited === undefined ? loadDraft(localStorage, forum.slug, newId) : draftOf(edited, featuresOf(forum.board()))
  const [draft, setDraft] = createSignal<Draft>(first)
  const repeated = location().search.get('repeat')
  const [placing, setPlacing] = createSignal<SessionId | null>(location().search.get('where'))
  createEffect(() => {
    if (edited === undefined && placing() === null && repeated === null) keepDraft(localStorage, forum.slug, draft())
  })

  const title = () => {
    if (repeated !== null) return t().repeat
    if (placing() !== null) return t().where
    return edited === undefined ? t().title : t().edit
  }

  const close = () => {
    const search = new URLSearchParams(location().search)
    search.delete('propose')
    search.delete('edit')
    search.delete('where')
    search.delete('repeat')
    navigate(`${location().path}${search.size > 0 ? `?${search}` : ''}`, { replace: true, keepScroll: true })
  }

  const save = async (said: Said) => {
    const { sessionId, coHosts } = draft()
    const hosts = [...(edited?.hosts.slice(0, 1) ?? []), ...coHosts]
    const done = acts.act(sessionId, { type: 'edit', sessionId, ...said, hosts }, t().saved)
    close()
    await done
  }

  const propose = async (said: Said) => {
    if (!(await acts.named())) return
    const { sessionId, coHosts, seeking } = draft()
    const command = { type: 'propose', sessionId, ...said } as const
    if (seeking) {
      if (!(await acts.act(sessionId, { ...command, seeking }, t().proposedSeeking(said.title)))) return
      dropDraft(localStorage, forum.slug)
      return close()
    }
    const hosts = [forum.you()?.id ?? '', ...coHosts]
    const done = cell === null ? t().proposed(said.title) : ''
    const proposed = acts.act(sessionId, { ...command, hosts }, done)
    setPlacing(sessionId)
    if (cell !== null) {
      void acts.claim(sessionId, cell)
      close()
    }
    if (await proposed) dropDraft(localStorage, forum.slug)
    else setPlacing(null)
  }

  return (
    <Dialog open={true} look="sheet" title={title()} onClose={close}>
      <Switch>
        <Match when={placing()}>{(sessionId) => <WhereAndWhen sessionId={sessionId()} onDone={close} />}</Match>
        <Match when={repeated}>{(sessionId) => <RepeatSheet sessionId={sessionId()} onDone={close} />}</Match>
        <Match when={placing() === null}>
          <DraftForm
            draft={draft()}
            cell={edited === undefined ? cell : null}
            editing={edited !== undefined}
            host={edited === undefined ? (forum.you()?.id ?? null) : (edited.hosts[0] ?? null)}
            closed={edited === undefined && forum.you()?.role !== 'facilitator' ? doorSentence('propose') : ''}
            onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
            onSubmit={(said) => void (edited === undefined ? propose(said) : save(said))}
          />
        </Match>
      </Switch>
    </Dialog>
  )
}
