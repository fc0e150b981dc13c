import { onCleanup, onMount } from 'solid-js'

/** Keeps the screen awake while the page is seen; where the browser can't, the projector's own settings must. */
export const createWakeLock = (): void => {
  let lock: WakeLockSentinel | null = null
  const take = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    try {
      lock = await navigator.wakeLock.request('screen')
    } catch {
      // Low battery or a policy: the wall works all the same.
      lock = null
    }
  }
  onMount(() => {
    void take()
    document.addEventListener('visibilitychange', take)
  })
  onCleanup(() => {
    document.removeEventListener('visibilitychange', take)
    void lock?.release()
  })
}
