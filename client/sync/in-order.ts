export interface InOrderParts {
  readonly unpack: (frame: ArrayBuffer) => Promise<string>
  readonly read: (text: string) => void
  /** A packed frame could not be read. */
  readonly failed: () => void
}

/** What a line brings, taken in the order in which it came. */
export interface InOrder {
  frame(frame: string | ArrayBuffer): void
  /** Acts when all that came before has been read: the end of a line must not overtake its last words. */
  after(act: () => void): void
}

/**
 * Reads frames in order, though packed ones take a moment: each is unpacked when those before it have been read. As long as
 * none waits, a text is read at once.
 */
export const inOrder = ({ unpack, read, failed }: InOrderParts): InOrder => {
  let last: Promise<void> | null = null
  const readPacked = async (frame: ArrayBuffer) => {
    const text = await unpack(frame).catch(() => undefined)
    if (text === undefined) failed()
    else read(text)
  }
  const wait = (act: () => void | Promise<void>) => {
    const before = last
    const turn = (async () => {
      await before
      await act()
    })()
    const done = turn.catch(() => undefined)
    last = done
    // What fails in reading is a bug, and stays one that is reported.
    void turn.finally(() => {
      if (last === done) last = null
    })
  }
  return {
    frame: (frame) => {
      if (typeof frame !== 'string') wait(() => readPacked(frame))
      else if (last === null) read(frame)
      else wait(() => read(frame))
    },
    after: (act) => {
      if (last === null) act()
      else wait(act)
    },
  }
}
