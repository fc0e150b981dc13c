/** A gzip member that says nothing of itself (RFC 1952), and the header of a block that is not the last and not compressed. */
const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 0]

/** How a gzip member begins whose first bytes are `common` as they are (RFC 1951, 3.2.4). */
const beginning = (common: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] => {
  const low = common.length & 0xff
  const high = common.length >> 8
  return [Uint8Array.of(...header, low, high, low ^ 0xff, high ^ 0xff), common]
}

/** Whether this browser can (Chrome 80, Firefox 113, Safari 16.4); the others are sent text. */
export const canUnpack = (): boolean => typeof DecompressionStream === 'function'

/**
 * The text of a frame that was packed against `common` (P21), at most 65,535 bytes of ASCII.
 * @throws TypeError where the sender's text was another one, or the frame is damaged
 */
export const unpack = async (frame: ArrayBuffer, common: string): Promise<string> => {
  const whole = new Blob([...beginning(new TextEncoder().encode(common)), frame])
  const text = await new Response(whole.stream().pipeThrough(new DecompressionStream('gzip'))).text()
  return text.slice(common.length)
}
