import { Match, Switch } from 'solid-js'
import { useWords } from '../i18n/words.ts'
import { Icon } from '../ui/Icon.tsx'
import type { Verdict } from './create-hold.ts'

/** Free, problem or no: a sign, a word, and the reason, `brief` where the card itself shows it. Never colour alone. */
export const VerdictText = (props: { readonly verdict: Verdict; readonly brief?: string }) => {
  const t = useWords()
  const why = () => {
    if (props.verdict.type !== 'problem' && props.verdict.type !== 'no') return ''
    return props.brief ?? props.verdict.why
  }
  return (
    <span class={`verdict ${props.verdict.type}`}>
      <Switch>
        <Match when={props.verdict.type === 'free'}>
          <b>
            <Icon name="check" /> {t().hold.free}
          </b>
          {props.verdict.type === 'free' && props.verdict.best ? ` · ${t().hold.best}` : ''}
        </Match>
        <Match when={props.verdict.type === 'problem'}>
          <b>
            <Icon name="care" /> {t().hold.problem}
          </b>{' '}
          {why()}
        </Match>
        <Match when={props.verdict.type === 'no'}>
          <b>
            <Icon name="close" /> {t().hold.no}
          </b>{' '}
          {why()}
        </Match>
        <Match when={props.verdict.type === 'here'}>
          <b>{t().hold.here}</b>
        </Match>
      </Switch>
    </span>
  )
}
