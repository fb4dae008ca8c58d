/** Choosing some words of an article by keys: a run of words of one sentence, or none yet. */
import type { Range } from '#app/text/range'
import { wordsIn } from '#app/text/words'

/** The article in which words are chosen. */
export interface Text {
  readonly text: string
  readonly sentences: readonly Range[]
  /** ISO 639-1 or BCP 47; empty where unknown. */
  readonly language: string
}

export interface PickedWords {
  /** Index of the sentence. */
  readonly sentence: number
  readonly words: readonly Range[]
  /** Indices of words: where the run was begun, and where it has come to. */
  readonly anchor: number
  readonly head: number
}

/** The first word of a sentence; of a sentence without words, none. */
export function pickSentence({ text, sentences, language }: Text, sentence: number): PickedWords {
  const place = Math.min(Math.max(sentence, 0), Math.max(sentences.length - 1, 0))
  const words = wordsIn(text, sentences[place] ?? { start: 0, end: 0 }, language)
  return { sentence: place, words, anchor: 0, head: 0 }
}

/** Goes so many words on, or back; with `extend` the run grows or shrinks. Stays within the sentence. */
export function movePicked(picked: PickedWords, step: number, extend: boolean): PickedWords {
  const head = Math.min(Math.max(picked.head + step, 0), Math.max(picked.words.length - 1, 0))
  return { ...picked, head, anchor: extend ? picked.anchor : head }
}

/** The range of the article that the run covers; undefined where the sentence has no words. */
export function rangeOfPicked({ words, anchor, head }: PickedWords): Range | undefined {
  const [first, last] = [words[Math.min(anchor, head)], words[Math.max(anchor, head)]]
  return first && last && { start: first.start, end: last.end }
}

/** A range without the blanks at its ends; undefined where nothing else is in it. */
export function withoutBlanks(text: string, { start, end }: Range): Range | undefined {
  const piece = text.slice(start, end)
  const inner = piece.trim()
  if (inner === '') return undefined
  const first = start + piece.indexOf(inner)
  return { start: first, end: first + inner.length }
}
