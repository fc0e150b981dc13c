import { createSignal } from 'solid-js'

/** Something said in the corner of the screen and by the live region. */
export interface Notice {
  /** A notice with the same key replaces the earlier one. */
  readonly key: string
  readonly tone: 'good' | 'bad' | 'plain'
  readonly text: string
  readonly detail?: string | undefined
  readonly actions: readonly { readonly label: string; readonly act: () => void }[]
  /** It goes by itself although it has actions: they can be had elsewhere too. */
  readonly passes?: boolean
  /** It asks something: newer ones do not push it out. */
  readonly stays?: boolean
}

/** How many are said at once, besides those that stay: the corner of a phone holds no more. */
const most = 3

/** Milliseconds that a notice stays: longer where something can be tapped on it. */
const shortly = 6000
const longer = 8000

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

/** Keeps a notice where it is: somebody's finger, mouse or focus is on it. */
export const holdNotice = (notice: Notice): void => {
  if (notices().includes(notice)) clearTimeout(timers.get(notice.key))
}

export const dropNotice = (key: string): void => {
  clearTimeout(timers.get(key))
  timers.delete(key)
  setNotices((list) => list.filter((notice) => notice.key !== key))
}

/** The same, but for a question: it waits for its answer. */
export const dropNews = (key: string): void => {
  if (!notices().some((notice) => notice.key === key && notice.stays === true)) dropNotice(key)
}

/** Lets it go when its time is over, counted from now. One that waits for an answer stays. */
export const letNoticeGo = (notice: Notice): void => {
  const { key, tone, actions, passes } = notice
  if (!notices().includes(notice)) return
  clearTimeout(timers.get(key))
  const waits = passes !== true && (actions.length > 0 || tone === 'bad')
  if (!waits) {
    timers.set(
      key,
      setTimeout(() => dropNotice(key), actions.length > 0 ? longer : shortly),
    )
  }
}

/** Says something. Without actions and without trouble it goes by itself after six seconds. */
export const notify = (notice: Pick<Notice, 'key' | 'text'> & Partial<Omit<Notice, 'key' | 'text'>>): void => {
  const whole: Notice = { tone: 'plain', actions: [], ...notice }
  dropNotice(whole.key)
  setNotices((list) => {
    const passing = list.filter(({ stays }) => stays !== true)
    const room = passing.slice(1 - most)
    return [...list.filter((each) => each.stays === true || room.includes(each)), whole]
  })
  letNoticeGo(whole)
}
