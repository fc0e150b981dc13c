import { createSignal, Show } from 'solid-js'
import { Address } from './Address.tsx'
import { Button } from './Button.tsx'
import { Qr } from './Qr.tsx'
import './link-card.css'

interface LinkCardProps {
  readonly title: string
  readonly help: string
  readonly address: string
  readonly copy: string
  readonly copied: string
  /** Links that carry a secret show no more of it than needed; the QR and the copy hold it whole. */
  readonly secret?: boolean
}

/** The address as people type it: without its scheme. */
const shortAddress = (address: string): string => address.replace(/^https?:\/\//, '')

/** Absent over plain http: addresses are then shown whole, to be copied by hand. */
const canCopy = window.isSecureContext && 'clipboard' in navigator

/** A link to hand out: its QR code, its short address beside it, and a button that copies it. */
export const LinkCard = (props: LinkCardProps) => {
  const [isCopied, setCopied] = createSignal(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.address)
      setCopied(true)
    } catch {
      // Refused by the browser: the link itself stands there to be followed.
      setCopied(false)
    }
  }
  const shown = () =>
    props.secret === true && canCopy ? shortAddress(props.address).replace(/#.*/, '#…') : shortAddress(props.address)
  return (
    <article class="link-card">
      <Qr text={props.address} label={`${props.title} : ${shown()}`} />
      <div class="link-card-text">
        <h3>{props.title}</h3>
        <p class="soft">{props.help}</p>
        <p>
          <a href={props.address} class="link-card-address">
            <Address text={shown()} />
          </a>
        </p>
        <div class="row link-card-actions">
          <Show when={canCopy}>
            <Button onClick={copy}>{props.copy}</Button>
          </Show>
          <span role="status">{isCopied() ? props.copied : ''}</span>
        </div>
      </div>
    </article>
  )
}
