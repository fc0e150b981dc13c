import { createFetched } from './create-fetched.ts'
import './qr.css'

interface QrProps {
  /** The address that a camera should open. */
  readonly text: string
  /** What it is for, in words; the short address should stand beside it. */
  readonly label: string
}

/** Dark modules as one path, on a white ground with the quiet border that cameras want. */
const pathOf = async (text: string): Promise<{ size: number; path: string }> => {
  const { encode } = await import('uqr')
  const { data, size } = encode(text, { ecc: 'M', border: 3 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size, path }
}

/** A QR code drawn as SVG; its maker is loaded only where one is shown. */
export const Qr = (props: QrProps) => {
  const code = createFetched(() => pathOf(props.text))
  return (
    <svg class="qr" role="img" aria-label={props.label} viewBox={`0 0 ${code()?.size ?? 1} ${code()?.size ?? 1}`}>
      <path d={code()?.path ?? ''} />
    </svg>
  )
}
