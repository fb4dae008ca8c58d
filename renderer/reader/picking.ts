/**
 * Picking a piece of the text in place of whole sentences: by dragging over it, or word by word with the arrow keys
 * (with Shift it grows and shrinks, with Alt too by characters). What is picked is what the next label is given to; an
 * annotation that is being adjusted takes it as its new range.
 */

import { sentencesIn } from '#app/model/segmentation'
import {
  extended,
  neighbour,
  type Pick,
  pickedRange,
  toWholeWords,
  type Unit,
  wordAtEdge,
} from '#app/text/pick'
import { type Range, sameRange } from '#app/text/range'
import { chosenAnnotation, goTo, type Reading, reading, selection, showReading } from './reader-store.ts'
import { annotate } from './tagging.ts'

/** Picks the next (1) or previous (-1) word: of the sentence where nothing is picked yet. */
export function pickWord(step: 1 | -1): void {
  const now = reading()
  const sentence = now?.sentences[now.current]
  if (!now || !sentence) return
  const { text } = now
  const { language } = now.article
  const word = now.pick
    ? neighbour(text, pickedRange(now.pick), step, language)
    : wordAtEdge(text, sentence, step, language)
  if (!word) return
  // It grows in the direction in which it was picked.
  const { start, end } = word
  showPick(now, step > 0 ? { anchor: start, focus: end } : { anchor: end, focus: start })
}

/** Moves the end of what is picked; where nothing is, the first or last word of the sentence is. */
export function extendPick(step: 1 | -1, unit: Unit): void {
  const now = reading()
  if (!now) return
  if (now.pick) showPick(now, extended(now.text, now.pick, step, unit, now.article.language))
  else pickWord(step)
}

/**
 * Picks what was dragged over, widened to whole words unless it was meant exactly. A whole sentence becomes current
 * instead.
 */
export function pickRange(range: Range, exactly = false): void {
  const now = reading()
  if (!now) return
  const piece = exactly ? range : toWholeWords(now.text, range, now.article.language)
  if (!piece) return
  const index = now.sentences.findIndex(sentence => sameRange(sentence, piece))
  if (index >= 0) goTo(index)
  else showPick(now, { anchor: piece.start, focus: piece.end })
}

/** Makes one piece of the selected sentences, which then gets one annotation. */
export function pickSelection(): void {
  const now = reading()
  if (!now) return
  const { from, to } = selection(now)
  const [first, last] = [now.sentences[from], now.sentences[to - 1]]
  if (first && last && to - from > 1) showPick(now, { anchor: first.start, focus: last.end })
}

/** Picks the range of the chosen annotation, to make it smaller or larger; `confirmPick` keeps what it came to. */
export function adjustChosen(): void {
  const now = reading()
  const annotation = now && chosenAnnotation(now)
  if (!now || !annotation) return
  const pick = { anchor: annotation.start, focus: annotation.end }
  showReading({ ...now, pick, adjusting: annotation.id, chosen: annotation.id })
}

/** Gives the annotation that is being adjusted the picked range. */
export function confirmPick(): void {
  const now = reading()
  if (!now?.pick || !now.adjusting) return
  const range = pickedRange(now.pick)
  annotate(now.adjusting, () => range)
  leavePick()
}

/** Nothing is picked any more. */
export function leavePick(): void {
  const now = reading()
  if (now?.pick) showReading({ ...now, pick: null, adjusting: null })
}

export const isPicking = (): boolean => (reading()?.pick ?? null) !== null
export const isAdjusting = (): boolean => (reading()?.adjusting ?? null) !== null

function showPick(now: Reading, pick: Pick): void {
  const { from } = sentencesIn(now.sentences, pickedRange(pick))
  const current = now.adjusting ? now.current : from
  showReading({ ...now, pick, current, anchor: current })
}
