import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { heldLine } from '../support/line.ts'
import { type LivelyForum, livelyForum } from '../support/lively-forum.ts'

/**
 * What a screen reader says, without one: each change of a live region, in order, and the accessible name of what has the
 * focus at each step. A region's text counts when it has stood still for a moment, as a reader waits too.
 */
const browser = useBrowser()
let house: House
let forum: LivelyForum

beforeAll(async () => {
  house = await openHouse()
  house.setClock('2027-06-12', '09:50')
  forum = await livelyForum(house, { startsIn: 0 })
  house.setClock('2027-06-12', '10:40')
})
afterAll(() => house.close())

const listen = (): void => {
  const heard: string[] = []
  Reflect.set(window, 'heard', heard)
  const regions = '[aria-live], [role="status"], [role="alert"]'
  const timers = new WeakMap<Element, number>()
  /** Of each region, what is new in it since it was last read. */
  const news = new WeakMap<Element, Set<Node>>()
  /** Words apart from each other as elements are, what is hidden from readers left out. */
  const textOf = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
    if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return ''
    const inline = node instanceof Element && ['SPAN', 'B', 'SMALL', 'TIME'].includes(node.tagName)
    const inner = [...node.childNodes].map(textOf).join('')
    return inline ? inner : ` | ${inner} | `
  }
  const say = (region: Element) => {
    const fresh = [...(news.get(region) ?? [])].filter((node) => node.isConnected)
    news.delete(region)
    const outer = fresh.filter((node) => !fresh.some((other) => other !== node && other.contains(node)))
    const text = outer
      .map(textOf)
      .join(' | ')
      .replace(/\s+/g, ' ')
      .replace(/(\| ?)+/g, '| ')
    const said = text.replace(/^[| ]+|[| ]+$/g, '')
    if (said !== '') heard.push(said)
  }
  const changed = (region: Element, node: Node) => {
    const isAtomic =
      (region.getAttribute('aria-atomic') ?? String(region.matches('[role="status"], [role="alert"]'))) === 'true'
    const fresh = news.get(region) ?? new Set()
    news.set(region, fresh.add(isAtomic ? region : node))
    clearTimeout(timers.get(region))
    timers.set(region, window.setTimeout(say, 60, region))
  }
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      const region = element?.closest(regions)
      if (region && type === 'characterData') changed(region, target)
      for (const node of addedNodes) {
        if (region) changed(region, node)
        if (!(node instanceof Element)) continue
        for (const inner of [node, ...node.querySelectorAll('*')]) if (inner.matches(regions)) changed(inner, inner)
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

const heardOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(Reflect.get(window, 'heard') as string[])])

/** Name and role of what has the focus, as the browser tells assistive technology. */
const focused = async (page: Page): Promise<string> => {
  const protocol = await page.context().newCDPSession(page)
  try {
    const { result } = await protocol.send('Runtime.evaluate', { expression: 'document.activeElement' })
    const { nodes } = await protocol.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId ?? '',
      fetchRelatives: false,
    })
    const [node] = nodes
    return `${node?.role?.value} ${node?.name?.value}`.replace(/\s+/g, ' ')
  } finally {
    await protocol.detach()
  }
}

test('U23 a claim that is refused and then placed elsewhere is told in order, each thing once', async () => {
  const { page, context } = await browser.openPage({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: `forum-${forum.slug}`, value: forum.host.token, url: house.origin }])
  await page.addInitScript(listen)
  // What the server says of others is kept back once, so that two people take one cell.
  const line = await heldLine(page)
  await page.goto(forum.url)
  const card = page.locator('.board-side').getByRole('button', { name: /^Prendre en main.*Garder la mémoire/ })
  await card.focus()
  const atCard = await focused(page)
  await page.keyboard.press('Space')
  await page.locator('.hold-bar').waitFor()
  const cell = page.getByRole('button', { name: /^Jardin\s*, 14:00/ })
  await cell.focus()
  const atCell = await focused(page)
  line.hold()
  const rival = forum.hosts.find(({ person }) => person.name === 'Soazig')
  const { board } = await (await fetch(`${house.origin}/api/forums/${forum.slug}`)).json()
  const wanted = board.sessions.find(({ title }: { title: string }) => title === 'Écrire à plusieurs')
  const slot = board.slots.find((one: { start: number }) => one.start === Date.parse('2027-06-12T14:00:00+02:00'))
  const taken = await rival?.send({ type: 'claim', sessionId: wanted.id, roomId: 'jardin', slotId: slot.id })
  expect(taken?.status).toBe(200)
  await page.keyboard.press('Enter')
  line.release()
  const offered = page
    .locator('.notice')
    .getByRole('button', { name: /\d{2}:\d{2}/ })
    .first()
  await expect.poll(async () => (await heardOn(page)).at(-1)).toContain('est prise par')
  await offered.focus()
  const atOffer = await focused(page)
  await page.keyboard.press('Enter')
  await page.locator('.notices').getByText('est posé', { exact: false }).waitFor()
  await expect.poll(async () => (await heardOn(page)).at(-1)).toContain('est posé')
  const heard = await heardOn(page)
  expect([atCard, atCell, atOffer]).toEqual([
    'button Prendre en main : Garder la mémoire des forums',
    'button Jardin , 14:00, libre, 40 places · conseillée',
    'button Jardin 11:30',
  ])
  expect(heard).toEqual([
    expect.stringMatching(/^« Garder la mémoire des forums » est pris en main\./),
    '« Garder la mémoire des forums » – La case Jardin 14:00 est prise par « Écrire à plusieurs » depuis 10:40. | Libre : | Jardin 11:30 | Jardin dim. 13 juin 10:00 | Atelier 15:15 | Ne plus afficher',
    '« Garder la mémoire des forums » est posé : Jardin 11:30. | Annuler | Ne plus afficher',
  ])
})
