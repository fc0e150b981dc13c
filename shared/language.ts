/** Languages of the interface; French comes first. Another one is one more word here and one more sentence per rule. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** The same sentence in every language of the interface. */
export type InLanguages<T> = Readonly<Record<Language, T>>

/**
 * The first language of an `Accept-Language` header, or of a `lang` attribute, that the interface speaks; French otherwise.
 * Quality values are read as RFC 9110 12.5.4 says.
 */
export const chooseLanguage = (accepted: string | undefined): Language => {
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return { tag: tag.toLowerCase().slice(0, 2), quality: quality === undefined ? 1 : Number(quality.slice(2)) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    const found = languages.find((language) => language === tag)
    if (found !== undefined) return found
  }
  return 'fr'
}
