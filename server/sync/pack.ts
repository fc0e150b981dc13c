import { crc32, deflateRawSync } from 'node:zlib'

/** As small as the highest makes it where an entry comes alone, and in half of its time where hundreds do. */
const level = 3

/** Length of the checksum and of the length that end a gzip member (RFC 1952). */
const trailerBytes = 8

/**
 * The rest of a gzip member that begins with `common`, which is not sent (P21): whoever holds `common` puts the beginning
 * back before it. It ends with the checksum of both, so that ends that hold different texts never read something wrong.
 */
export const pack = (content: Buffer, common: string): Buffer => {
  const dictionary = Buffer.from(common)
  const trailer = Buffer.alloc(trailerBytes)
  trailer.writeUInt32LE(crc32(content, crc32(dictionary)), 0)
  trailer.writeUInt32LE(dictionary.length + content.length, 4)
  return Buffer.concat([deflateRawSync(content, { dictionary, level, memLevel: 9 }), trailer])
}
