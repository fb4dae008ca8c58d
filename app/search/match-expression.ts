import { assertNever } from '#app/failure'
import type { Phrase, Query } from './query.ts'

/**
 * A query as FTS5 reads it, over the columns `title` and `text`. Every word stands in quotation marks and holds letters,
 * digits and marks only, so that nothing of what a person typed is an operator of FTS5.
 */
export function matchExpression(query: Query): string {
  switch (query.kind) {
    case 'phrase':
      return phrase(query)
    case 'and':
      return `(${query.parts.map(matchExpression).join(' AND ')})`
    case 'or':
      return `(${query.parts.map(matchExpression).join(' OR ')})`
    case 'not':
      return `(${matchExpression(query.keep)} NOT ${matchExpression(query.without)})`
    default:
      return assertNever(query)
  }
}

const phrase = ({ words, prefix, title }: Phrase): string =>
  `${title ? 'title : ' : ''}"${words.join(' ')}"${prefix ? ' *' : ''}`
