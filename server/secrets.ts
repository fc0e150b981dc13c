import { createHash, randomBytes } from 'node:crypto'

/** A device's token: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The secret of a facilitator or set-up link: 128 random bits, 22 characters, so that a QR code of it stays small. */
export const newSecret = (): string => randomBytes(16).toString('base64url')

/**
 * What is stored of a token or secret. They are random, not chosen by people, so that one round of SHA-256 is enough:
 * there is no dictionary to try.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
