import type { Page } from 'playwright-core'
import { clickFirst, type Moments, pageOf, type Scene, waitForFirst } from './moment.ts'

/** The browser's offer to be installed, which no browser makes to a test. */
const offersInstall = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const offer = () =>
      Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: async () => {} })
    window.addEventListener('load', () => window.dispatchEvent(offer()))
  })

/** What is asked, offered, answered and undone between people. */
export const momentsOfPeople = ({ forum }: Scene) => {
  const { team, who, session, cell } = forum
  const walk = session('Marcher sans but')
  const release = () => who('Perig').send({ type: 'release', sessionId: walk })
  const placeOne = async (page: Page): Promise<void> => {
    await clickFirst(page, 'dialog .offer:not(.no)')
    await waitForFirst(page, '.notice.good')
  }
  const needsReason = { who: who('Perig'), path: `?where=${session('Cuire le pain')}`, before: release }
  const askWhy = async (page: Page): Promise<void> => {
    await clickFirst(page, 'dialog .offer.reason')
    await waitForFirst(page, 'dialog textarea')
  }
  return {
    'offer-received': { who: who('Brieuc'), prepare: (page) => waitForFirst(page, '.incoming .offer-card') },
    'offer-form': {
      who: who('Nolwenn'),
      path: pageOf(forum, 'Cartographie sensible'),
      prepare: async (page) => {
        await page.locator('.session-offers .button').last().click()
        await clickFirst(page, '.session-choice-one input')
      },
    },
    'offer-sent': {
      who: who('Maëlle'),
      path: pageOf(forum, 'Garder la mémoire'),
      show: '.session-offers',
      prepare: (page) => waitForFirst(page, '.session-offers article'),
    },
    'path-offers': { who: who('Brieuc'), path: '/me', prepare: (page) => waitForFirst(page, '.offer-card') },
    'path-absences': {
      who: who('Brieuc'),
      path: '/me',
      show: '.absences',
      prepare: async (page) => {
        await clickFirst(page, '.absences summary')
        await page.locator('.absence-hours input').first().fill('11h')
        await page.locator('.absence-all input').nth(1).check()
      },
    },
    'path-last-action': {
      who: who('Perig'),
      path: `?where=${walk}`,
      before: release,
      prepare: async (page) => {
        await placeOne(page)
        await page.locator('.forum-nav a[href$="/me"]').click()
        await waitForFirst(page, '.last-action')
      },
    },
    'session-together': { who: who('Ana'), path: pageOf(forum, 'Agir en commun') },
    'session-inside': { who: who('Soazig'), path: pageOf(forum, 'Écrire à plusieurs') },
    'session-seeking': { path: pageOf(forum, 'Tiers-lieux du Finistère') },
    'session-edit': { who: who('Ana'), path: `${pageOf(forum, 'Agir en commun')}?edit=${session('Agir en commun')}` },
    'session-split': {
      who: who('Ana'),
      path: pageOf(forum, 'Agir en commun'),
      prepare: async (page) => {
        await clickFirst(page, '.session-more summary')
        await clickFirst(page, '.session-more .button')
      },
    },
    'session-share': {
      path: pageOf(forum, 'Agir en commun'),
      prepare: (page) => page.getByRole('button', { name: /^(Partager|Share)$/ }).click(),
    },
    where: { ...needsReason, prepare: (page) => waitForFirst(page, 'dialog .offer') },
    'reason-asked': { ...needsReason, prepare: askWhy },
    'reason-given': {
      ...needsReason,
      prepare: async (page) => {
        await askWhy(page)
        await page.locator('dialog textarea').fill('La salle d’à côté n’a pas de boucle magnétique.')
      },
    },
    'claim-undo': {
      who: who('Perig'),
      path: `?where=${walk}`,
      before: async (page) => {
        await release()
        await offersInstall(page)
      },
      prepare: async (page) => {
        await placeOne(page)
        // It stays as long as the focus is on it.
        await page.locator('.notice.good .notice-actions .button').first().focus()
      },
    },
    changes: {
      who: who('Denez'),
      before: release,
      prepare: async (page) => {
        await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('told hosted')))
        await page.goto('about:blank')
        const memory = session('Garder la mémoire')
        await team.send({ type: 'claim', sessionId: walk, ...cell('jardin', '11:30') })
        await team.send({ type: 'claim', sessionId: memory, ...cell('veranda', '15:15') })
        await page.goto(forum.url)
        await clickFirst(page, '.changes-badge')
        await team.send({ type: 'release', sessionId: memory })
      },
    },
    'room-take': { who: who('Maëlle'), path: '/room/grande-salle', show: '.room-take' },
    find: { who: who('Perig'), path: '?q=velo', prepare: (page) => waitForFirst(page, '.find-result') },
    move: { who: who('Ana'), prepare: (page) => clickFirst(page, '.card-tool.move') },
    join: { prepare: (page) => clickFirst(page, '.forum-you') },
  } as const satisfies Moments
}
