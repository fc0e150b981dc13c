/** A fenced block of a Markdown text. */
export interface Fence {
  /** The word after the backticks: 'sh', 'json'; empty where none. */
  readonly language: string
  /** The heading that it stands under, without its marks; empty before the first. */
  readonly heading: string
  readonly lines: readonly string[]
}

/** The fenced blocks, in order. */
export const fencesOf = (markdown: string): readonly Fence[] => {
  const fences: Fence[] = []
  let heading = ''
  let open: { language: string; lines: string[] } | null = null
  for (const line of markdown.split('\n')) {
    const fence = /^\s*```\s*([\w-]*)/.exec(line)
    if (fence !== null && open === null) {
      open = { language: fence[1] ?? '', lines: [] }
    } else if (fence !== null && open !== null) {
      fences.push({ ...open, heading })
      open = null
    } else if (open !== null) {
      open.lines.push(line)
    } else {
      heading = /^#+\s+(.*?)\s*#*$/.exec(line)?.[1] ?? heading
    }
  }
  return fences
}

const withoutFences = (markdown: string): string =>
  markdown.replace(/^\s*```[\s\S]*?^\s*```/gm, '').replace(/`[^`\n]*`/g, '')

/** The addresses of links and images, Markdown's and HTML's. */
export const linksOf = (markdown: string): readonly string[] => {
  const text = withoutFences(markdown)
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map((match) => match[1] ?? '')
  const named = [...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map((match) => match[1] ?? '')
  const html = [...text.matchAll(/\b(?:href|src)="([^"]+)"/g)].map((match) => match[1] ?? '')
  return [...inline, ...named, ...html]
}

/** The anchors that headings give, as the usual forges make them: 'Back up, update' → 'back-up-update'. */
export const anchorsOf = (markdown: string): ReadonlySet<string> =>
  new Set(
    [...markdown.replace(/^\s*```[\s\S]*?^\s*```/gm, '').matchAll(/^#+\s+(.*?)\s*#*$/gm)].map((match) =>
      (match[1] ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  )
