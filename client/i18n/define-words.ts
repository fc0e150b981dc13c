import { type Accessor, createSignal } from 'solid-js'
import type { Language } from '../../shared/language.ts'

/** The words of one part of the product, of which only the language in use is loaded. */
export interface Area<T> {
  /** Loads the words of a language without showing them yet; `show` does that for every area at once. */
  load(language: Language): Promise<{ show(): void }>
  /** Loads the language in use and shows it. Awaited by the route before its page is drawn. */
  ready(): Promise<void>
  /** The words in use. Throws before `ready`, which is a bug in the route. */
  readonly use: Accessor<T>
}

const [language, setLanguageInUse] = createSignal<Language>('fr')
const areas = new Set<Pick<Area<unknown>, 'load'>>()

/** The language in use. */
export const useLanguage = (): Accessor<Language> => language

/** Changes the language everywhere at once, when every part in use has its words. */
export const showLanguage = async (wanted: Language): Promise<void> => {
  const loaded = await Promise.all([...areas].map((area) => area.load(wanted)))
  setLanguageInUse(wanted)
  for (const words of loaded) words.show()
}

/** `deskWords = defineWords({ fr: () => import('./fr/desk.ts')…, en: … })`: one per lazily loaded part. */
export const defineWords = <T extends object>(loaders: Readonly<Record<Language, () => Promise<T>>>): Area<T> => {
  const [words, setWords] = createSignal<T | null>(null)
  const area: Area<T> = {
    load: async (wanted) => {
      const loaded = await loaders[wanted]()
      return { show: () => setWords(() => loaded) }
    },
    ready: async () => {
      areas.add(area)
      if (words() === null) (await area.load(language())).show()
    },
    use: () => {
      const shown = words()
      if (shown === null) throw new Error('words used before their route made them ready')
      return shown
    },
  }
  return area
}
