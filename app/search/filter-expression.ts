import { foldedWords } from './words.ts'

/**
 * Words that all have to occur, by their beginnings and without any syntax, as FTS5 reads it; undefined where there are
 * none. What is typed without a space between, such as a word of Chinese, has to stand together.
 */
export function filterExpression(filter: string): string | undefined {
  const words = filter
    .split(/\s+/)
    .map(foldedWords)
    .filter(one => one.length > 0)
  return words.length === 0 ? undefined : words.map(one => `"${one.join(' ')}" *`).join(' AND ')
}
