import { createMemo, createSignal, Show, untrack } from 'solid-js'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { damageOf } from '../../shared/mend/loss.ts'
import { fault } from '../../shared/refusals.ts'
import { refusalSentence } from '../../shared/sentences.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useLocation } from '../ui/location.ts'
import { createMending, type FixedPlaces, type MendWish } from './create-mending.ts'
import { LossFields } from './LossFields.tsx'
import { MendLines } from './MendLines.tsx'
import { linesOf } from './mend-lines.ts'
import { readFragment } from './parts.ts'
import { LookedAtAgain, ServerKnows } from './ServerKnows.tsx'
import { useDesk } from './use-desk.ts'
import './desk-drop-out.css'

/** A room or a slot drops out: who has to move and where, to be changed line by line and applied in one step. */
export const DropOutPart = () => {
  const t = deskWords.use
  const language = useLanguage()
  const forum = useForum()
  const desk = useDesk()
  const location = useLocation()
  const about = createMemo(() => {
    const fragment = readFragment(location().hash)
    return fragment.type === 'part' ? fragment.about : null
  })
  const [loss, setLoss] = createSignal<Loss | null>(null)
  const [fixed, setFixed] = createSignal<FixedPlaces>(new Map())
  const choose = (wanted: Loss | null) => {
    setFixed(new Map())
    setLoss(wanted)
  }
  const damage = createMemo(() => {
    const wanted = loss()
    return wanted === null ? null : damageOf(forum.board(), wanted, untrack(forum.context))
  })
  const wrong = () => {
    const found = damage()
    return typeof found === 'string' ? refusalSentence(fault(found), language()) : ''
  }
  const isClosed = () => {
    const found = damage()
    return found !== null && typeof found !== 'string' && found.events.length === 0
  }
  const canBeLost = createMemo(() => damage() !== null && typeof damage() !== 'string')
  const wish = createMemo((): MendWish | null => {
    const wanted = loss()
    return wanted === null || !canBeLost() ? null : { loss: wanted, fixed: fixed() }
  })
  const { made, knowing, isRemade } = createMending(wish)
  const change = (sessionId: SessionId, to: CellRef | null) => setFixed(new Map(fixed()).set(sessionId, to))
  const free = (sessionId: SessionId) => setFixed(new Map([...fixed()].filter(([id]) => id !== sessionId)))
  const [isApplying, setApplying] = createSignal(false)
  const apply = async () => {
    const found = made()
    if (found === null || isApplying()) return
    const moves = linesOf(found.plan).map(({ sessionId, to }) => ({ sessionId, to }))
    setApplying(true)
    await desk.run({ type: 'drop-out', loss: found.wish.loss, moves }, t().dropOut.done)
    setApplying(false)
    // The button that was pressed is gone with the plan.
    if (document.activeElement === document.body) document.getElementById('desk-part')?.focus()
  }
  return (
    <>
      <p>{t().dropOut.help}</p>
      <LossFields about={about()} onLoss={choose} />
      <Show when={wrong()}>
        <p class="desk-problem" role="alert">
          {wrong()}
        </p>
      </Show>
      <p class="desk-remade" role="status">
        {isRemade() && !isApplying() && !isClosed() ? t().dropOut.changed : ''}
      </p>
      <Show when={made()} fallback={<p class="soft">{t().dropOut.choose}</p>}>
        {(found) => (
          <Show when={!isClosed()} fallback={<p role="status">{t().dropOut.already}</p>}>
            <MendLines plan={found().plan} fixed={new Set(fixed().keys())} onMove={change} onFree={free} />
            <ServerKnows knowing={knowing()} />
            <div class="row">
              <Button look="main" onClick={() => void apply()}>
                {t().dropOut.apply}
              </Button>
              <Show when={fixed().size > 0}>
                <Button onClick={() => setFixed(new Map())}>{t().dropOut.recompute}</Button>
              </Show>
              <LookedAtAgain knowing={knowing()} />
            </div>
          </Show>
        )}
      </Show>
    </>
  )
}
