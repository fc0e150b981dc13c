import { Show } from 'solid-js'
import { useLanguage } from '../i18n/define-words.ts'
import { setupWords } from '../i18n/setup.ts'
import { type Advice, adviceFor } from './advice.ts'
import type { FormReading } from './plan-of.ts'

/** How many sessions to expect, and whether rooms and slots can hold them. */
export const AdvicePart = (props: { reading: FormReading }) => {
  const t = setupWords.use
  const language = useLanguage()
  const advice = () => adviceFor(props.reading.plan.expectedPeople, props.reading.cellRooms, props.reading.openSlots)
  const number = (value: number) => new Intl.NumberFormat(language()).format(value)
  const verdict = (found: Advice): string =>
    found.verdict === 'few-cells' ? t().advice['few-cells'](found.slotsNeeded) : t().advice[found.verdict]
  return (
    <section class="setup-advice" aria-live="polite">
      <h2>{t().advice.title}</h2>
      <Show when={advice()} fallback={<p class="soft">{t().advice.ask}</p>}>
        {(found) => (
          <>
            <p>
              {t().advice.expect(number(found().people), number(found().sessions))}{' '}
              {t().advice.places(number(found().placesPerSlot))}
            </p>
            <p>
              {t().advice.have(found().rooms, props.reading.openSlots, found().cells)}{' '}
              <strong>{verdict(found())}</strong>
            </p>
          </>
        )}
      </Show>
    </section>
  )
}
