import { Show } from 'solid-js'
import type { Verdict } from '../sync/rules-code.ts'
import { Icon } from '../ui/Icon.tsx'

const icons = { free: 'check', problem: 'care', reason: 'care', no: 'close', here: null } as const

/**
 * Free, problem, reason or no: a sign, a word, and why, `brief` where the card itself shows it. Never colour alone. A no is
 * its sign and its reason: "no" before a reason would be read as its opposite ("no taken").
 */
export const VerdictText = (props: { readonly verdict: Verdict; readonly brief?: string | undefined }) => {
  const word = () => (props.verdict.type === 'no' ? '' : props.verdict.word)
  const why = () => {
    const { type, why, good, best } = props.verdict
    if (type === 'here') return ''
    const said = type === 'free' ? good && `, ${good}` : ` ${props.brief ?? why}`
    return best === '' ? said : `${said} · ${best}`
  }
  return (
    <span class={`verdict ${props.verdict.type}`}>
      <b>
        <Show when={icons[props.verdict.type]}>{(name) => <Icon name={name()} />}</Show> {word()}
      </b>
      {why()}
    </span>
  )
}
