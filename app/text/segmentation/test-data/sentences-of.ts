import { expect } from 'vitest'
import { segment } from '../segment.ts'

/** The sentences of a text, as text. */
export const sentencesOf = (text: string, language: string): string[] =>
  segment(text, language).map(({ start, end }) => text.slice(start, end))

/** Promises that a text is split at the bars: "One. | Two." Where a bar has no blanks around it, the text has none. */
export function expectSentences(language: string, marked: string): void {
  const text = marked.replaceAll(' | ', ' ').replaceAll('|', '')
  const expected = marked.split(/ ?\| ?/)
  expect(sentencesOf(text, language)).toEqual(expected)
}
