import type { Encoding } from '../board/snapshot.ts'

/** The best encoding that an `Accept-Encoding` header allows (RFC 9110 12.5.3); what has q=0 is not wanted. */
export const chooseEncoding = (accepted: string | string[] | undefined): Encoding => {
  const wanted = new Set<string>()
  for (const part of String(accepted ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    if (quality === undefined || Number(quality.slice(2)) > 0) wanted.add(name)
  }
  if (wanted.has('br')) return 'br'
  return wanted.has('gzip') ? 'gzip' : 'identity'
}
