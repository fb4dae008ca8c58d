import { z } from 'zod'
import { AnnotatorId, ArticleId } from './ids.ts'

const line = z.string().max(4000)

/** What is known of an article besides its text. Empty strings stand for what is not known. */
export const Metadata = z
  .object({
    title: line,
    source: line,
    author: line,
    url: line,
    /** As given: an ISO 8601 date or date and time where the source had one. */
    published: z.string().max(100),
    /** ISO 639-1, or longer BCP 47; empty where it could not be told. */
    language: z.string().max(35),
  })
  .readonly()

export type Metadata = z.infer<typeof Metadata>

/** The file or page that an article came from. */
export const Origin = z
  .object({
    /** File name without its folder, or URL. */
    name: line,
    /** SHA-256 of the original bytes, hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly()

export type Origin = z.infer<typeof Origin>

/** One imported text with its metadata. The text itself never changes after import and is kept apart. */
export const Article = z
  .object({
    id: ArticleId,
    ...Metadata.unwrap().shape,
    origin: Origin.nullable(),
    /** ISO 8601, UTC. */
    imported: z.iso.datetime(),
    importedBy: AnnotatorId,
  })
  .readonly()

export type Article = z.infer<typeof Article>

/**
 * The id of the article with this text: a UUID of version 8 (RFC 9562, section 5.8) whose bits are the first
 * of the SHA-256 of the normalised text in UTF-8. Two people who import the same text get the same article
 * without having spoken to one another.
 *
 * @param sha256 hexadecimal, 64 digits
 */
export const articleId = (sha256: string): ArticleId => ArticleId.parse(uuidOfDigest(sha256))

/** The UUID of version 8 whose bits are the first of a digest of at least 128 bits, in hexadecimal. */
export function uuidOfDigest(sha256: string): string {
  const variant = ((Number.parseInt(sha256.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  const digits = `${sha256.slice(0, 12)}8${sha256.slice(13, 16)}${variant}${sha256.slice(17, 32)}`
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
