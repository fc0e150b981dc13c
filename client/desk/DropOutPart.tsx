import { createEffect, createMemo, createSignal, on, Show, untrack } from 'solid-js'
import type { Loss } from '../../shared/commands/drop-out.schema.ts'
import type { CellRef, SessionId } from '../../shared/ids.ts'
import { damageOf } from '../../shared/mend/loss.ts'
import { mendPlan } from '../../shared/mend.ts'
import { fault } from '../../shared/refusals.ts'
import { refusalSentence } from '../../shared/sentences.ts'
import { useLanguage } from '../i18n/define-words.ts'
import { deskWords } from '../i18n/desk.ts'
import { useForum } from '../sync/forum-context.tsx'
import { Button } from '../ui/Button.tsx'
import { useLocation } from '../ui/location.ts'
import { LossFields } from './LossFields.tsx'
import { MendLines } from './MendLines.tsx'
import { samePlan } from './mend-lines.ts'
import { readFragment } from './parts.ts'
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
  const [fixed, setFixed] = createSignal<ReadonlyMap<SessionId, CellRef | null>>(new Map())
  const [isRemade, setRemade] = createSignal(false)
  const choose = (wanted: Loss | null) => {
    setFixed(new Map())
    setLoss(wanted)
  }
  // Time passing alone makes no new plan under somebody's eyes; a change of the board does.
  const context = () => untrack(forum.context)
  const damage = createMemo(() => {
    const wanted = loss()
    return wanted === null ? null : damageOf(forum.board(), wanted, context())
  })
  const wrong = () => {
    const found = damage()
    return typeof found === 'string' ? refusalSentence(fault(found), language()) : ''
  }
  const isClosed = () => {
    const found = damage()
    return found !== null && typeof found !== 'string' && found.events.length === 0
  }
  const planned = createMemo(() => {
    const wanted = loss()
    const found = damage()
    if (wanted === null || found === null || typeof found === 'string') return null
    const there = [...fixed()].filter(([sessionId]) => forum.board().placements.has(sessionId))
    const decided = there.map(([sessionId, to]) => ({ sessionId, to }))
    return { loss: wanted, fixed: fixed(), plan: mendPlan(forum.board(), wanted, context(), decided) }
  })
  createEffect(
    on(planned, (now, before) => {
      const isSameWish = now !== null && before != null && now.loss === before.loss && now.fixed === before.fixed
      if (!isSameWish) setRemade(false)
      else if (!samePlan(now.plan, before.plan)) setRemade(true)
    }),
  )
  const change = (sessionId: SessionId, to: CellRef | null) => setFixed(new Map(fixed()).set(sessionId, to))
  const free = (sessionId: SessionId) => setFixed(new Map([...fixed()].filter(([id]) => id !== sessionId)))
  const [isApplying, setApplying] = createSignal(false)
  const apply = async () => {
    const found = planned()
    if (found === null || isApplying()) return
    const moves = [
      ...found.plan.moves.map(({ sessionId, to }) => ({ sessionId, to })),
      ...found.plan.homeless.map(({ sessionId }) => ({ sessionId, to: null })),
    ]
    setApplying(true)
    await desk.run({ type: 'drop-out', loss: found.loss, moves }, t().dropOut.done)
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
      <Show when={planned()} fallback={<p class="soft">{t().dropOut.choose}</p>}>
        {(found) => (
          <Show when={!isClosed()} fallback={<p role="status">{t().dropOut.already}</p>}>
            <MendLines
              plan={found().plan}
              loss={found().loss}
              fixed={new Set(fixed().keys())}
              onMove={change}
              onFree={free}
            />
            <div class="row">
              <Button look="main" onClick={() => void apply()}>
                {t().dropOut.apply}
              </Button>
              <Show when={fixed().size > 0}>
                <Button onClick={() => setFixed(new Map())}>{t().dropOut.recompute}</Button>
              </Show>
            </div>
          </Show>
        )}
      </Show>
    </>
  )
}
