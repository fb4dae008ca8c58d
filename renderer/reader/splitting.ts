/** Choosing where the current sentence is split: before which of its words. */
import { create } from 'zustand'
import { wordStarts } from '#app/text/segmentation/mend'
import { say } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { mend } from './mending.ts'
import { reading } from './reader-store.ts'

export interface Splitting {
  /** Index of the sentence. */
  readonly sentence: number
  /** Offsets in the article before which it can be split, in order; at least one. */
  readonly offsets: readonly number[]
  /** Index of the chosen one. */
  readonly choice: number
}

export const useSplitting = create<{ readonly splitting: Splitting | null }>(() => ({ splitting: null }))

/** Where in the article the pointer was pressed last; -1 before that. */
let pointed = -1

export const pointAt = (offset: number): void => {
  pointed = offset
}

/** The offset chosen so far; -1 where nothing is being split. */
export const chosenOffset = (splitting: Splitting | null): number =>
  splitting?.offsets[splitting.choice] ?? -1

/** Begins to split the current sentence: where the pointer was pressed in it, else where it most likely ends. */
export function beginSplit(): void {
  const now = reading()
  const sentence = now?.sentences[now.current]
  if (!now || !sentence) return
  const offsets = wordStarts(now.text, sentence, now.article.language)
  if (offsets.length === 0) {
    notify(say('reader.one-word'))
    return
  }
  const isPointed = sentence.start < pointed && pointed < sentence.end
  const choice = isPointed ? lastUpTo(offsets, pointed) : likeliest(now.text, offsets)
  useSplitting.setState({ splitting: { sentence: now.current, offsets, choice } })
}

/** Chooses another word, so many before or after. */
export function moveSplit(step: number): void {
  useSplitting.setState(({ splitting }) => {
    if (!splitting) return { splitting }
    const choice = Math.min(Math.max(splitting.choice + step, 0), splitting.offsets.length - 1)
    return { splitting: { ...splitting, choice } }
  })
}

/** Chooses the word at an offset of the article. */
export function pointSplit(offset: number): void {
  useSplitting.setState(({ splitting }) =>
    splitting ? { splitting: { ...splitting, choice: lastUpTo(splitting.offsets, offset) } } : { splitting },
  )
}

export function confirmSplit(): void {
  const offset = chosenOffset(useSplitting.getState().splitting)
  leaveSplit()
  if (offset >= 0) void mend('split', offset)
}

export const isSplitting = (): boolean => useSplitting.getState().splitting !== null

/** The chords while a sentence is being split; any other one leaves. */
const SPLIT_KEYS: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => moveSplit(-1),
  ArrowRight: () => moveSplit(1),
  Home: () => moveSplit(Number.NEGATIVE_INFINITY),
  End: () => moveSplit(Number.POSITIVE_INFINITY),
  Enter: () => confirmSplit(),
  s: () => confirmSplit(),
}

/** What a chord does while a sentence is being split. */
export const splitKey = (chord: string): void => (SPLIT_KEYS[chord] ?? leaveSplit)()

export const leaveSplit = (): void => useSplitting.setState({ splitting: null })

/** The place of the last offset that is not after another one; the first where all are. */
function lastUpTo(offsets: readonly number[], offset: number): number {
  return Math.max(
    offsets.findLastIndex(one => one <= offset),
    0,
  )
}

/** The word after the strongest mark, and among equals the one nearest the middle. */
function likeliest(text: string, offsets: readonly number[]): number {
  const middle = (offsets.length - 1) / 2
  const worth = (choice: number) =>
    markBefore(text, offsets[choice] ?? 0) * offsets.length - Math.abs(choice - middle)
  return offsets.reduce((best, _, choice) => (worth(choice) > worth(best) ? choice : best), 0)
}

function markBefore(text: string, offset: number): number {
  const before = text.slice(Math.max(offset - 4, 0), offset).trimEnd()
  if (/[.!?…。！？][\p{Pe}\p{Pf}"']*$/u.test(before)) return 3
  if (/[;:—–]$/.test(before)) return 2
  return /[,、]$/.test(before) ? 1 : 0
}
