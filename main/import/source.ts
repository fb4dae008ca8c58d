import type { Metadata } from '#app/model/article'

/**
 * What a source gave: the text as it stands there and what is known of it. Texts are not yet normalised.
 * A source may hold one article or many (a table, an archive).
 */
export interface Draft {
  readonly text: string
  readonly metadata: Partial<Metadata>
}
