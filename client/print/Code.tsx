import { printWords } from '../i18n/print.ts'
import { Address } from '../ui/Address.tsx'
import { Qr } from '../ui/Qr.tsx'

/** An address without its scheme, as people type it. */
export const shortAddress = (address: string): string => address.replace(/^https?:\/\//, '')

/** A code with its address under it: who has no camera types. */
export const Code = (props: { address: string; shown?: string }) => {
  const t = printWords.use
  const shown = () => props.shown ?? shortAddress(props.address)
  return (
    <div class="sheet-code">
      <Qr text={props.address} label={t().code(shown())} />
      <p class="sheet-address">
        <Address text={shown()} />
      </p>
    </div>
  )
}
