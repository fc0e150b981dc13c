/** Languages likely to be heard at a forum in Brittany and around; each is shown in its own tongue. */
const likely = ['fr', 'en', 'br', 'es', 'de', 'it', 'pt', 'ar']

const nameOf = (tag: string): string => {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** What to choose from; a language that the session already has is among them. */
export const sessionLanguages = (kept: string): readonly { readonly tag: string; readonly name: string }[] =>
  [...new Set([...likely, ...(kept === '' ? [] : [kept])])].map((tag) => ({ tag, name: nameOf(tag) }))
