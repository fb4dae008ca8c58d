/** Choosing words of an article by keys. */
import { sentencesIn } from '#app/model/segmentation'
import { neighbour, type Pick, pickedRange, wordAtEdge } from '#app/text/pick'
import type { Range } from '#app/text/range'

/** The words of an article, as far as choosing among them needs it. */
export interface Words {
  readonly text: string
  readonly sentences: readonly Range[]
  /** ISO 639-1 or BCP 47; empty where unknown. */
  readonly language: string
}

/** The first word of a sentence, by its index; null where it has none. */
export function firstWord({ text, sentences, language }: Words, index: number): Pick | null {
  const sentence = sentences[Math.min(Math.max(index, 0), sentences.length - 1)]
  const word = sentence && wordAtEdge(text, sentence, 1, language)
  return word ? { anchor: word.start, focus: word.end } : null
}

/** The word after (1) or before (-1) those chosen; at the end of the article those stay. */
export function nextWord({ text, language }: Words, pick: Pick, step: 1 | -1): Pick {
  const word = neighbour(text, pickedRange(pick), step, language)
  return word ? { anchor: word.start, focus: word.end } : pick
}

/** The first word of the sentence after (1) or before (-1) the one that the chosen words begin in. */
export function wordOfNextSentence(words: Words, pick: Pick, step: 1 | -1): Pick {
  const { from } = sentencesIn(words.sentences, pickedRange(pick))
  return firstWord(words, from + step) ?? pick
}
