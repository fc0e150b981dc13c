import { createSignal } from 'solid-js'

/** What a browser that can install an app lets a page keep for later; no browser's types know it yet. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}

const isInstallEvent = (event: Event): event is InstallEvent => 'prompt' in event && typeof event.prompt === 'function'

const key = 'install asked'

const [kept, setKept] = createSignal<InstallEvent | null>(null)

/** Keeps the browser from asking by itself, and what it would have asked with. */
export const keepInstallEvent = (event: Event): void => {
  event.preventDefault()
  if (isInstallEvent(event)) setKept(event)
}

/** Reactive: whether the app can be installed, and this device was not asked before. */
export const mayAskToInstall = (storage: Pick<Storage, 'getItem'>): boolean =>
  kept() !== null && storage.getItem(key) === null

/** Asked once: whatever the answer is, it is not asked again. */
export const rememberAsked = (storage: Pick<Storage, 'setItem'>): void => storage.setItem(key, 'yes')

/** The browser's own question. */
export const install = (): void => {
  void kept()?.prompt()
  setKept(null)
}
