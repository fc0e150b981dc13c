import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(import.meta.dirname, '..', '.out', 'screens')
const widths = [360, 768, 1920] as const
const looks = ['light-fr', 'dark-fr', 'light-en', 'dark-en'] as const

const asData = async (file: string): Promise<string> =>
  `data:image/png;base64,${(await readFile(file).catch(() => Buffer.alloc(0))).toString('base64')}`

/**
 * One picture of a screen in all its looks: a row per width, a column per theme and language. Kept beside the single ones
 * as `sheet-NAME.png`, with the HTML that it was made of.
 */
export const contactSheet = async (page: Page, name: string): Promise<void> => {
  const rows = await Promise.all(
    widths.map(async (width) => {
      const cells = await Promise.all(
        looks.map(async (look) => {
          const source = await asData(join(folder, `${name}-${width}-${look}.png`))
          return `<figure><img src="${source}" alt=""><figcaption>${width} ${look}</figcaption></figure>`
        }),
      )
      return `<div class="w${width}">${cells.join('')}</div>`
    }),
  )
  const style = [
    'body { margin: 8px; font: 12px sans-serif; background: #888 }',
    'div { display: flex; gap: 8px; margin-bottom: 8px } figure { margin: 0; flex: 1 } img { width: 100%; display: block }',
    '.w360 figure { max-width: 240px } .w768 figure { max-width: 300px }',
  ].join('\n')
  const html = `<!doctype html><title>${name}</title><style>${style}</style><h1>${name}</h1>${rows.join('')}`
  await writeFile(join(folder, `sheet-${name}.html`), html)
  await page.setContent(html)
  await page.screenshot({ path: join(folder, `sheet-${name}.png`), fullPage: true })
}
