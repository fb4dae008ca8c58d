/**
 * Picking the value of an attribute in the text: the next words that the person drags over or chooses by keys become it.
 * What the reader itself picks, to be tagged, is another thing: reader/picking.ts.
 */
import { create } from 'zustand'
import type { Annotation } from '#app/model/annotation'
import { type Attribute, LONGEST_VALUE } from '#app/model/attribute'
import type { AnnotationId, AttributeId } from '#app/model/ids'
import { extended, type Pick, pickedRange, type Unit } from '#app/text/pick'
import type { Range } from '#app/text/range'
import { focusSentence } from '../reader/focus-sentence.ts'
import { reading } from '../reader/reader-store.ts'
import { annotate } from '../reader/tagging.ts'
import { withValue } from './inspector-store.ts'
import { firstWord, nextWord, type Words, wordOfNextSentence } from './picked-words.ts'

export interface Picking {
  readonly annotation: AnnotationId
  readonly attribute: AttributeId
  /** The attribute's name. */
  readonly name: string
  /** The words chosen so far; null where the sentence has none. */
  readonly pick: Pick | null
}

export const usePicking = create<{ readonly picking: Picking | null }>(() => ({ picking: null }))

export const isPicking = (): boolean => usePicking.getState().picking !== null

const words = (): Words | undefined => {
  const now = reading()
  return now && { text: now.text, sentences: now.sentences, language: now.article.language }
}

/** Begins to pick, with the first word of the current sentence. */
export function beginPicking({ id }: Annotation, attribute: Attribute): void {
  const given = words()
  if (!given) return
  const pick = firstWord(given, reading()?.current ?? 0)
  usePicking.setState({ picking: { annotation: id, attribute: attribute.id, name: attribute.name, pick } })
  focusSentence()
}

export const leavePicking = (): void => usePicking.setState({ picking: null })

/** Takes a range of the article: it is where the value stands, and its text is the value. */
export function takeRange(range: Range): void {
  const { picking } = usePicking.getState()
  const now = reading()
  leavePicking()
  if (!picking || !now) return
  const value = now.text.slice(range.start, range.end).replace(/\s+/g, ' ').trim().slice(0, LONGEST_VALUE)
  if (value === '') return
  const { attribute } = picking
  annotate(picking.annotation, before => ({
    attributes: withValue(before.attributes, attribute, value),
    mentions: { ...before.mentions, [attribute]: { start: range.start, end: range.end } },
  }))
}

export function takePicked(): void {
  const pick = usePicking.getState().picking?.pick
  if (pick) takeRange(pickedRange(pick))
  else leavePicking()
}

function change(changed: (given: Words, pick: Pick) => Pick): void {
  const given = words()
  usePicking.setState(({ picking }) =>
    picking?.pick && given ? { picking: { ...picking, pick: changed(given, picking.pick) } } : { picking },
  )
}

const extend = (step: 1 | -1, unit: Unit): void =>
  change(({ text, language }, pick) => extended(text, pick, step, unit, language))

/** The chords while a value is being picked; others do nothing. */
const PICK_KEYS: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => change((given, pick) => nextWord(given, pick, -1)),
  ArrowRight: () => change((given, pick) => nextWord(given, pick, 1)),
  'Shift+ArrowLeft': () => extend(-1, 'word'),
  'Shift+ArrowRight': () => extend(1, 'word'),
  'Alt+Shift+ArrowLeft': () => extend(-1, 'character'),
  'Alt+Shift+ArrowRight': () => extend(1, 'character'),
  ArrowUp: () => change((given, pick) => wordOfNextSentence(given, pick, -1)),
  ArrowDown: () => change((given, pick) => wordOfNextSentence(given, pick, 1)),
  Enter: takePicked,
  Escape: leavePicking,
}

/** What a chord does while a value is being picked. */
export const pickKey = (chord: string): void => PICK_KEYS[chord]?.()
