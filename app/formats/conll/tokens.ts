/** What both forms of CoNLL are made of: the tokens of an article, and which of them an annotation stands on. */
import { sentencesIn } from '../../model/segmentation.ts'
import type { Range } from '../../text/range.ts'
import { tokensOf } from '../../text/tokens.ts'
import type { AnnotatedArticle } from '../corpus.ts'

export interface Tokens {
  /** Of all sentences, in order. */
  readonly tokens: readonly Range[]
  /** The index of each sentence's first token, and at the end the number of tokens. */
  readonly starts: readonly number[]
}

export function tokensBySentence({ text, sentences }: Pick<AnnotatedArticle, 'text' | 'sentences'>): Tokens {
  const tokens: Range[] = []
  const starts = [0]
  for (const sentence of sentences) {
    for (const token of tokensOf(text, sentence)) tokens.push(token)
    starts.push(tokens.length)
  }
  return { tokens, starts }
}

/** The tokens that share text with a range, as a half-open range of their indices. Tokens are in order, as sentences. */
export const tokensIn: (tokens: readonly Range[], range: Range) => { from: number; to: number } = sentencesIn

/** A token as a column holds it: what no line or column may have within becomes U+FFFD. */
export const formOf = (text: string, { start, end }: Range): string =>
  text.slice(start, end).replace(/[\p{Cc}\p{Z}]/gu, '\ufffd')

/** UTF-16 units after which a piece of a long article goes out. */
export const LONG = 65_536
