/** Milliseconds: how often a page that stays open asks whether there is a newer version. */
const lookAgain = 30 * 60_000

/**
 * Has the service worker installed, and says when a newer one waits.
 * @param onUpdate is given what lets the newer one take over; the page then loads anew, once
 */
export const registerWorker = async (onUpdate: (takeOver: () => void) => void): Promise<void> => {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker
  // Plain http on a local network has none: everything else works without it.
  if (workers === undefined) return
  // A browser may also be told to install none, and then gives nothing.
  const registration: ServiceWorkerRegistration | undefined = await workers
    .register('/sw.js', { updateViaCache: 'none' })
    .catch(() => undefined)
  if (registration === undefined) return
  const offer = (worker: ServiceWorker | null) => {
    // Without a controller it is the first one, and takes over by itself.
    if (worker === null || workers.controller === null) return
    onUpdate(() => {
      // Another page may have had it take over already, or a still newer one come after it.
      const { waiting } = registration
      if (waiting === null) return window.location.reload()
      workers.addEventListener('controllerchange', () => window.location.reload(), { once: true })
      waiting.postMessage('take over')
    })
  }
  offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => worker.state === 'installed' && offer(worker))
  })
  const look = () => void registration.update().catch(() => undefined)
  setInterval(look, lookAgain)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
}
