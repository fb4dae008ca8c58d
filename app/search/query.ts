/** What is searched for, as a tree. */
export type Query =
  | Phrase
  | { readonly kind: 'and'; readonly parts: readonly Query[] }
  | { readonly kind: 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly keep: Query; readonly without: Query }

/** Words that follow one another; most often one. */
export interface Phrase {
  readonly kind: 'phrase'
  /** Folded; at least one. */
  readonly words: readonly string[]
  /** Whether the last word is only the beginning of one. */
  readonly prefix: boolean
  /** Whether only the title counts. */
  readonly title: boolean
}
