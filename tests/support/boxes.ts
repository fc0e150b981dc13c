import type { Page } from 'playwright-core'

export interface BoxRules {
  /** The screen that is looked at. */
  readonly root: string
  /** Its own text may be this small, in hundredths of the window's height. */
  readonly leastText: number
  /** Titles, and how small they may be. */
  readonly title: { readonly selector: string; readonly least: number }
  /** What may not overlap. */
  readonly apart: string
  /** What must hold its text whole. */
  readonly body: string
  /** Drawn to measure, never seen. */
  readonly unseen: string
}

/** What is too small, cut, or lies over something else on a projected page, in words; empty where all is well. */
export const boxFaults = (page: Page, rules: BoxRules): Promise<readonly string[]> =>
  page.evaluate((asked) => {
    const faults: string[] = []
    const inside = (element: Element, outer: DOMRect): boolean => {
      const box = element.getBoundingClientRect()
      return (
        box.left >= outer.left - 1 &&
        box.right <= outer.right + 1 &&
        box.top >= outer.top - 1 &&
        box.bottom <= outer.bottom + 1
      )
    }
    const all = [...document.querySelectorAll(`${asked.root} *`)].filter(
      (element) => element.closest(asked.unseen) === null && element.getBoundingClientRect().width > 0,
    )
    const screen = new DOMRect(0, 0, innerWidth, innerHeight)
    for (const element of all) {
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '')
      if (!words) continue
      const name = `${element.className} "${element.textContent?.slice(0, 40)}"`
      const size = Number.parseFloat(getComputedStyle(element).fontSize) / (innerHeight / 100)
      const least = element.matches(asked.title.selector) ? asked.title.least : asked.leastText
      if (size < least - 0.01) faults.push(`${name} is ${size.toFixed(2)}vh`)
      const body = element.closest(asked.body)
      if (!inside(element, body === null ? screen : body.getBoundingClientRect())) faults.push(`${name} is cut`)
      const inline = getComputedStyle(element).display === 'inline'
      if (!inline && element.scrollWidth > element.clientWidth + 1) faults.push(`${name} is too wide`)
    }
    const apart = all.filter((element) => element.matches(asked.apart))
    apart.forEach((a, n) => {
      const p = a.getBoundingClientRect()
      for (const b of apart.slice(n + 1)) {
        const q = b.getBoundingClientRect()
        const meet = p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1
        if (meet) faults.push(`${a.className} and ${b.className} overlap`)
      }
    })
    return faults
  }, rules)
