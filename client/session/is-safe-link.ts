const schemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/** The server refuses other schemes; a page that follows links checks for itself all the same. */
export const isSafeLink = (link: string): boolean => URL.canParse(link) && schemes.has(new URL(link).protocol)
