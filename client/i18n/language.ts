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
