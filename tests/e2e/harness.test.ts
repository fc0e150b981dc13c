import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe } from '../support/axe.ts'
import { laptop, screenshot, useBrowser } from '../support/browser.ts'
import { serveTinySite } from '../support/tiny-site.ts'

const document = (body: string, head = ''): string =>
  `<!doctype html><html lang="fr"><head><title>Essai</title>
   <meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
   <body><main><h1>Essai</h1>${body}</main></body></html>`

const browser = useBrowser()
let site: Awaited<ReturnType<typeof serveTinySite>>

beforeAll(async () => {
  site = await serveTinySite({
    '/clean': document('<p id="seen">Tout va bien.</p>', '<script src="/clean.js" defer></script>'),
    '/clean.js': `document.querySelector('#seen').textContent =
      [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, navigator.language, 'ontouchstart' in window,
       matchMedia('(prefers-reduced-motion: reduce)').matches, typeof axe].join(' ')`,
    '/inline': document('<script>document.title = "joué"</script><p style="color: red">Essai</p>'),
    '/throws': document('', '<script src="/throws.js" defer></script>'),
    '/throws.js': `console.error('dit tout haut'); setTimeout(() => { throw new Error('cassé') })`,
    '/elsewhere': document('', '<script src="/elsewhere.js" defer></script>'),
    '/elsewhere.js': `location.href = 'http://elsewhere.localhost:' + location.port + '/clean'`,
    '/covered': document(
      `<nav class="bar" aria-label="Barre"><a href="#">Ici</a></nav><p class="field"><button class="large">a</button>
       <button class="large">b</button><button class="tiny">c</button><button class="tiny">d</button></p>`,
      '<link rel="stylesheet" href="/covered.css"><script src="/covered.js" defer></script>',
    ),
    '/covered.js': `scrollTo(0, document.querySelector('.field').offsetTop - 15)`,
    '/covered.css': `.bar { position: sticky; top: 0; z-index: 1; background: #fff } .bar a { display: block; height: 60px }
      .field { position: relative; height: 3000px } button { position: absolute; top: 0; width: 30px; height: 60px }
      .large + .large { left: 30px } .tiny { top: 10px; left: 200px; width: 12px; height: 12px } .tiny + .tiny { left: 214px }`,
    '/unlabelled': document('<button></button><input><a href="#"><img src="/x.png"></a>'),
  })
})
afterAll(() => site.close())

/** Everything that went wrong on a page where that is wanted, as soon as it is enough. */
const problemsOf = async (path: string, count: number): Promise<readonly string[]> => {
  const device = await browser.openPage({ url: `${site.address}${path}`, allow: [/./] })
  await expect.poll(() => device.allProblems().length).toBeGreaterThanOrEqual(count)
  return device.allProblems()
}

test('a page opens as the device that was asked for, and nothing is reported where nothing is wrong', async () => {
  const device = await browser.openPage({
    url: `${site.address}/clean`,
    colorScheme: 'dark',
    locale: 'en-GB',
    touch: true,
    reducedMotion: true,
  })
  expect(await device.page.textContent('#seen')).toBe('360 true en-GB true true undefined')
  expect(await checkAxe(device.page)).toEqual([])
  expect(await device.page.evaluate(() => 'axe' in window)).toBe(false)
  expect(device.problems()).toEqual([])
})

test('what the content security policy stops is reported', async () => {
  const problems = await problemsOf('/inline', 4)
  expect(problems.filter((problem) => problem.startsWith('content security policy')).sort()).toEqual([
    'content security policy: script-src-elem stopped inline',
    'content security policy: style-src-attr stopped inline',
  ])
})

test('an uncaught error and an error on the console are reported', async () => {
  const problems = await problemsOf('/throws', 2)
  expect(problems.map((problem) => problem.replace(/ \(.*/, '')).sort()).toEqual([
    'console error: dit tout haut',
    'uncaught error: cassé',
  ])
})

test('a request to a third party is reported', async () => {
  const problems = await problemsOf('/elsewhere', 1)
  expect(problems[0]).toMatch(/^request to a third party: http:\/\/elsewhere\.localhost:\d+\/clean$/)
})

test('a page with problems cannot be closed in silence', async () => {
  const device = await browser.openPage({ url: `${site.address}/inline`, allow: [/^console error/] })
  await expect.poll(() => device.problems().length).toBe(2)
  await expect(device.close()).rejects.toThrow('problems on the page')
})

test('axe finds what a screen reader would trip over', async () => {
  const device = await browser.openPage({
    url: `${site.address}/unlabelled`,
    viewport: laptop,
    allow: [/404/, /x\.png/],
  })
  const violations = await checkAxe(device.page)
  expect(violations.map((violation) => violation.rule).sort()).toEqual([
    'button-name',
    'image-alt',
    'label',
    'link-name',
    'target-size',
  ])
  expect(await screenshot(device.page, 'harness')).toMatch(/harness\.png$/)
})

test('axe judges targets by themselves: the small ones under a bar, and not the large ones that it cuts', async () => {
  const { page } = await browser.openPage({ url: `${site.address}/covered`, viewport: laptop })
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  const found = async (targets?: 'alone' | 'not') =>
    (await checkAxe(page, targets === undefined ? {} : { targets })).flatMap(({ rule, nodes }) =>
      nodes.map(({ target }) => `${rule} ${target}`),
    )
  // As it stands, what is wholly covered passes.
  const standing = ['target-size .large:nth-child(1)', 'target-size .large:nth-child(2)']
  expect(await found()).toEqual(standing)
  expect(await found('alone')).toEqual(['target-size .tiny:nth-child(3)', 'target-size .tiny:nth-child(4)'])
  expect(await found('not')).toEqual([])
  expect(await found()).toEqual(standing)
})
