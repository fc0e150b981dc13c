export interface InOrderParts {
  readonly unpack: (frame: ArrayBuffer) => Promise<string> | undefined
  readonly read: (text: string) => void
  /** A packed frame could not be read. */
  readonly failed: () => void
}

/**
 * Reads frames in the order in which they came, though packed ones take a moment: each is unpacked when those before it have
 * been read. As long as none waits, a text is read at once.
 */
export const inOrder = ({ unpack, read, failed }: InOrderParts): ((frame: string | ArrayBuffer) => void) => {
  let last: Promise<void> | null = null
  const take = async (frame: string | ArrayBuffer, before: Promise<void> | null) => {
    await before
    const text = typeof frame === 'string' ? frame : await unpack(frame)?.catch(() => undefined)
    if (text === undefined) failed()
    else read(text)
  }
  return (frame) => {
    if (typeof frame === 'string' && last === null) return read(frame)
    const turn = take(frame, last)
    const done = turn.catch(() => undefined)
    last = done
    // What fails in reading is a bug, and stays one that is reported.
    void turn.finally(() => {
      if (last === done) last = null
    })
  }
}
