const weak = (tag: string): string => tag.trim().replace(/^W\//, '')

/** Whether an `If-None-Match` header names this version, by the weak comparison of RFC 9110 8.8.3.2. */
export const matchesEtag = (header: string | undefined, etag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((tag) => weak(tag) === weak(etag)))
