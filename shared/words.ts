/** Lower case, without accents or typographic variants: for search and for comparing what people typed. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** A readable word for an address: "Forum des usages 2024" gives "forum-des-usages-2024"; empty where nothing is left. */
export const slugOf = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '')

/** Control, zero-width and direction signs, which have no place in a title. Joiners stay: many a sign is made with them. */
const invisible = /[\p{Cc}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** Nothing but spaces and signs that a font leaves blank. */
const blank = /^[\p{Default_Ignorable_Code_Point}\s\u2800]*$/u

/** One line as it is kept: invisible characters out, spaces joined, trimmed, NFC; empty where nothing of it shows. */
export const cleanLine = (text: string): string => {
  const clean = text
    .replace(/[\n\r\t\u2028\u2029]/g, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC')
  return blank.test(clean) ? '' : clean
}

/** Several lines as they are kept: like `cleanLine`, line breaks stay, at most two in a row. */
export const cleanText = (text: string): string =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/\t/g, ' ').replace(invisible, '').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC')

/** Short words (tags, needs, features): cleaned, the empty and the repeated ones left out, order kept. */
export const cleanWords = (words: readonly string[]): readonly string[] => {
  const seen = new Set<string>()
  return words.map(cleanLine).filter((word) => {
    const folded = foldText(word)
    if (folded === '' || seen.has(folded)) return false
    seen.add(folded)
    return true
  })
}

/** As French type is set: what belongs to a word never begins a line alone. For showing people's own titles, never for keeping. */
export const typeset = (text: string): string =>
  text.replace(/ (?=[:;?!»](?:\s|$))/g, '\u00a0').replace(/« /g, '«\u00a0')
