import { For } from 'solid-js'
import { addressParts, isShortPart } from './address-parts.ts'
import './address.css'

/** An address as people type it off a wall or a sheet. */
export const Address = (props: { text: string }) => (
  <For each={addressParts(props.text)}>
    {(part) => (
      <>
        <wbr />
        <span classList={{ 'address-part': isShortPart(part) }}>{part}</span>
      </>
    )}
  </For>
)
