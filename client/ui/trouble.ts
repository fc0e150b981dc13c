import { later } from './later.tsx'

/** What is wrong with the server; fetched when something is. */
export const Trouble = later(async () => {
  const [{ TroubleBanner }, { troubleWords }] = await Promise.all([
    import('./TroubleBanner.tsx'),
    import('../i18n/trouble.ts'),
  ])
  await troubleWords.ready()
  return TroubleBanner
})
