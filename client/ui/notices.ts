import { createSignal } from 'solid-js'

/** Something said in the corner of the screen and by the live region. */
export interface Notice {
  /** A notice with the same key replaces the earlier one. */
  readonly key: string
  readonly tone: 'good' | 'bad' | 'plain'
  readonly text: string
  readonly detail?: string | undefined
  readonly actions: readonly { readonly label: string; readonly act: () => void }[]
}

const [notices, setNotices] = createSignal<readonly Notice[]>([])
const [whisper, setWhisper] = createSignal('')
const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** Reactive: what is being said, oldest first. */
export const useNotices = () => notices

/** Reactive: the last thing said to screen readers only. */
export const useWhisper = () => whisper

/** Says something that the eye sees anyway: only the live region has it. */
export const whisperNews = (text: string): void => {
  setWhisper(text)
}

export const dropNotice = (key: string): void => {
  clearTimeout(timers.get(key))
  timers.delete(key)
  setNotices((list) => list.filter((notice) => notice.key !== key))
}

/** Says something. Without actions and without trouble it goes by itself after six seconds. */
export const notify = (notice: Pick<Notice, 'key' | 'text'> & Partial<Omit<Notice, 'key' | 'text'>>): void => {
  const whole: Notice = { tone: 'plain', actions: [], ...notice }
  dropNotice(whole.key)
  setNotices((list) => [...list.slice(-2), whole])
  if (whole.actions.length === 0 && whole.tone !== 'bad') {
    timers.set(
      whole.key,
      setTimeout(() => dropNotice(whole.key), 6000),
    )
  }
}
