import { chooseLanguage, type Language, languages } from '../../shared/language.ts'

const key = 'language'

/** What the person chose on this device, else what the browser prefers, else French. */
export const rememberedLanguage = (storage: Pick<Storage, 'getItem'>, preferred: readonly string[]): Language => {
  const chosen = languages.find((language) => language === storage.getItem(key))
  return chosen ?? chooseLanguage(preferred.join(','))
}

/** Keeps the choice on this device. */
export const rememberLanguage = (storage: Pick<Storage, 'setItem'>, language: Language): void =>
  storage.setItem(key, language)

/** A year, in seconds. */
const kept = 31_536_000

/** Makes the choice known to the server, whose first page then speaks it too. It says nothing of who one is. */
export const tellLanguage = (page: { cookie: string }, language: Language): void => {
  page.cookie = `lang=${language};path=/;max-age=${kept};samesite=lax`
}
