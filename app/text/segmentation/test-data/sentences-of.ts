import { segment } from '../segment.ts'

/** The sentences of a text, as text: what tests compare. */
export const sentencesOf = (text: string, language: string): string[] =>
  segment(text, language).map(({ start, end }) => text.slice(start, end))
