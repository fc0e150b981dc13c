import type { Page } from 'playwright-core'
import { deskParts } from '../../client/desk/parts.ts'
import { printKinds } from '../../client/print/print-options.ts'
import type { Screen } from './screen.ts'

/** What the team's own screens need to be opened. */
export interface ToolPlaces {
  readonly forumUrl: string
  /** Of a house in which forums may be made. */
  readonly setUpUrl: string
}

const nameField = /^(Nom du forum|Name of the forum)$/
const roomsField = /^(Une salle par ligne|One room per line)$/
const slotsField = /^(Créneaux|Slots)$/
const createButton = /^(Créer le forum|Create the forum)$/

const fillIn = async (page: Page, rooms: string, slots: string): Promise<void> => {
  await page.getByLabel(nameField).fill('Forum des communs')
  await page.getByLabel(roomsField).fill(rooms)
  await page.getByLabel(slotsField).fill(slots)
  await page.locator('.setup-preview table').waitFor()
}

/** The desk's parts but the first, which is the desk itself. */
const otherParts = deskParts.filter((part) => part !== deskParts[0])

/** The names of these screens; known before a house is open. */
export const toolNames: readonly string[] = [
  ...otherParts.map((part) => `desk-${part}`),
  'setup-filled',
  'setup-done',
  ...printKinds.map((kind) => `print-${kind}`),
]

/** The team's tools: each part of the desk, the set-up while it is filled in and when it is done, each sheet to print. */
export const toolScreens = ({ forumUrl, setUpUrl }: ToolPlaces): readonly Screen[] => [
  ...otherParts.map(
    (part): Screen => ({
      name: `desk-${part}`,
      url: () => `${forumUrl}/desk#${part}`,
      as: 'team',
      isTool: true,
      prepare: (page) => page.locator('#desk-part > *').first().waitFor(),
    }),
  ),
  {
    name: 'setup-filled',
    url: () => setUpUrl,
    isTool: true,
    prepare: (page) =>
      fillIn(page, 'B102 (40), vidéoprojecteur\nb102\nJardin (60), extérieur', '5 × 45 min, dès 10:00\nquoi'),
  },
  {
    name: 'setup-done',
    url: () => setUpUrl,
    isTool: true,
    prepare: async (page) => {
      await fillIn(page, 'B102 (40)\nHall (80)', '3 × 45 min, 15 de pause, dès 10:00')
      await page.getByRole('button', { name: createButton }).click()
      await page.locator('.setup-done .qr path:not([d=""])').first().waitFor()
    },
  },
  ...printKinds.map(
    (kind): Screen => ({
      name: `print-${kind}`,
      url: () => `${forumUrl}/print?what=${kind}`,
      isTool: true,
      prepare: (page) => page.locator('.sheet').first().waitFor(),
    }),
  ),
]
