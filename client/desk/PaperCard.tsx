import { createEffect, createSignal } from 'solid-js'
import type { Propose } from '../../shared/commands/session.schema.ts'
import { sessionProposed } from '../../shared/commands/session.ts'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { newId } from '../sync/new-id.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { notify } from '../ui/notices.ts'
import { useActs } from '../ui/use-acts.ts'
import { type CardDraft, emptyCard, keepCard, readCard } from './card-draft.ts'
import { postPerson } from './desk-http.ts'
import { findPerson } from './find-person.ts'
import { PeopleList } from './PeopleList.tsx'
import { PlaceFields } from './PlaceFields.tsx'

/** A paper card becomes a session: title, host, room, slot, Enter. What is typed survives a reload. */
export const PaperCard = () => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const acts = useActs()
  const [card, setCard] = createSignal<CardDraft>(readCard(localStorage, forum.slug))
  const [problem, setProblem] = createSignal<{ field: 'title' | 'host' | 'place'; text: string } | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  createEffect(() => keepCard(localStorage, forum.slug, card()))
  let titleField: HTMLInputElement | undefined
  const change = (changes: Partial<CardDraft>) => setCard({ ...card(), ...changes })
  const problemOf = (field: 'title' | 'host' | 'place') => (problem()?.field === field ? problem()?.text : undefined)

  const hostId = async (): Promise<PersonId | null> => {
    const known = findPerson(forum.people(), card().host)
    if (known !== null) return known.id
    const answer = await postPerson(forum.slug, card().host.trim(), language())
    if (answer.type === 'ok') return answer.value.person.id
    setProblem({ field: 'host', text: (answer.type === 'refused' && answer.message) || t().unreachable })
    return null
  }
  /** Judged for the host who is known by now; a new one can't be in another session yet. */
  const draftSession = () => {
    const host = findPerson(forum.people(), card().host)?.id
    const command = {
      type: 'propose',
      sessionId: 'draft',
      title: card().title,
      hosts: host === undefined ? [] : [host],
    }
    return sessionProposed({ ...command, type: 'propose' }, forum.context())
  }
  const wrong = (): { field: 'title' | 'host' | 'place'; text: string } | null => {
    const { title, host, roomId, slotId } = card()
    if (title.trim() === '') return { field: 'title', text: t().card.needTitle }
    if (host.trim() === '') return { field: 'host', text: t().card.needHost }
    return (roomId === '') === (slotId === '') ? null : { field: 'place', text: t().card.needBoth }
  }
  const propose = async (): Promise<SessionId | null> => {
    const host = await hostId()
    if (host === null) return null
    const sessionId = newId()
    const command: Propose = { type: 'propose', sessionId, title: card().title.trim(), hosts: [host] }
    return (await acts.act(sessionId, command)) ? sessionId : null
  }
  const enter = async () => {
    setProblem(wrong())
    if (problem() !== null || isBusy()) return
    setBusy(true)
    const { title, roomId, slotId } = card()
    const sessionId = await propose()
    setBusy(false)
    if (sessionId === null) return
    setCard({ ...emptyCard, slotId })
    titleField?.focus()
    if (roomId === '') notify({ key: `session ${sessionId}`, tone: 'good', text: t().card.entered(title.trim()) })
    else await acts.claim(sessionId, { roomId, slotId })
  }
  return (
    <form
      class="desk-box desk-card"
      onKeyDown={(event) => {
        // In a list Enter would open it again, or do nothing: browsers differ, and a card ends with Enter.
        if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
        event.preventDefault()
        event.currentTarget.requestSubmit()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      <PeopleList />
      <header>
        <h2>{t().card.title}</h2>
        <p class="soft">{t().card.help}</p>
      </header>
      <div class="desk-card-fields">
        <Field label={t().card.name} problem={problemOf('title')}>
          {(control) => (
            <input
              ref={(element) => {
                control(element)
                titleField = element
              }}
              type="text"
              maxLength={limits.title}
              autocomplete="off"
              value={card().title}
              onInput={(event) => change({ title: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t().card.host} help={t().card.hostHelp} problem={problemOf('host')}>
          {(control) => (
            <input
              ref={control}
              type="text"
              list="desk-people"
              maxLength={limits.name}
              autocomplete="off"
              value={card().host}
              onInput={(event) => change({ host: event.currentTarget.value })}
            />
          )}
        </Field>
        <PlaceFields
          session={draftSession()}
          cell={{ roomId: card().roomId, slotId: card().slotId }}
          onCell={(cell) => change(cell)}
        />
      </div>
      <p class="desk-problem" role="alert">
        {problemOf('place') ?? ''}
      </p>
      <Button look="main" type="submit" disabled={isBusy()}>
        {t().card.submit}
      </Button>
    </form>
  )
}
