/** The rules that RULES.md numbers, written in bold: `**L1** seq grows by one…`. */
export const numberedRules = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\*\*([A-Z]{1,2}\d+)\*\*/g)].map((match) => match[1] ?? '')

const title = /(?:\b(?:test|it|describe)(?:\.\w+)*\(|\)\()\s*(['"`])((?:[A-Z]{1,2}\d+(?:,? and |, | )?)+)/g

/** The rule numbers that the titles of a test file begin with: `test('B1, B2 a room …')`. */
export const rulesInTitles = (source: string): readonly string[] =>
  [...source.matchAll(title)].flatMap((match) => (match[2] ?? '').match(/[A-Z]{1,2}\d+/g) ?? [])
