import axe from 'axe-core'
import type { Page } from 'playwright-core'

export interface AxeViolation {
  readonly rule: string
  readonly help: string
  /** Where, as selectors, and why. */
  readonly nodes: readonly { readonly target: string; readonly why: string }[]
}

export interface AxeOptions {
  /** Ask for 7:1 (the default theme and the wall promise it) instead of 4.5:1. */
  readonly enhancedContrast?: boolean
  /** Look only inside these. */
  readonly within?: string
  /** `alone`: nothing but the sizes of targets, with no bar over them; `not`: all but them. By default all, as it stands. */
  readonly targets?: 'alone' | 'not'
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface RawViolation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

/**
 * Puts every bar that sticks where it would be without scrolling. It then covers nothing, and each target is judged at its whole
 * size beside its real neighbours, at whatever height the page is. What is fixed axe already judges apart from the rest.
 * @returns how to let them stick again
 */
const unstick = (): (() => void) => {
  const sticky = [...document.querySelectorAll<HTMLElement>('*')].filter(
    (element) => getComputedStyle(element).position === 'sticky',
  )
  for (const { style } of sticky) {
    style.setProperty('position', 'relative', 'important')
    style.setProperty('inset', 'auto', 'important')
  }
  return () => {
    for (const { style } of sticky) {
      style.removeProperty('position')
      style.removeProperty('inset')
    }
  }
}

/** When all that moves for a while has come to its end; what moves for ever is not waited for. */
const settled = `Promise.allSettled(document.getAnimations()
  .filter((animation) => animation.playState === 'running' && Number.isFinite(animation.effect?.getComputedTiming().endTime))
  .map((animation) => animation.finished))`

/**
 * What axe has against the page as it stands (WCAG 2.2 AA and axe's best practice); empty where nothing.
 * It runs in a world of its own: the page's content security policy stays as it is, and its globals too.
 */
export const checkAxe = async (page: Page, options: AxeOptions = {}): Promise<readonly AxeViolation[]> => {
  const protocol = await page.context().newCDPSession(page)
  try {
    const { frameTree } = await protocol.send('Page.getFrameTree')
    const world = await protocol.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' })
    const contextId = world.executionContextId
    await protocol.send('Runtime.evaluate', { expression: axe.source, contextId })
    // What is still fading in has other colours in a moment.
    await protocol.send('Runtime.evaluate', { expression: settled, contextId, awaitPromise: true })
    const where = options.within === undefined ? 'document' : JSON.stringify(options.within)
    const isAlone = options.targets === 'alone'
    const run = {
      runOnly: isAlone ? { type: 'rule', values: ['target-size'] } : { type: 'tag', values: tags },
      rules: {
        'color-contrast-enhanced': { enabled: !isAlone && (options.enhancedContrast ?? false) },
        'target-size': { enabled: options.targets !== 'not' },
      },
      resultTypes: ['violations'],
    }
    const asked = `axe.run(${where}, ${JSON.stringify(run)}).then((found) => JSON.stringify(found.violations))`
    const { result, exceptionDetails } = await protocol.send('Runtime.evaluate', {
      expression: isAlone ? `{ const back = (${unstick})(); ${asked}.finally(back) }` : asked,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return (JSON.parse(result.value) as readonly RawViolation[]).map(({ id, help, nodes }) => ({
      rule: id,
      help,
      nodes: nodes.map(({ target, failureSummary }) => ({ target: target.join(' '), why: failureSummary ?? '' })),
    }))
  } finally {
    await protocol.detach()
  }
}
