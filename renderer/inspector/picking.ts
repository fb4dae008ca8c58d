/** Picking the value of an attribute in the text: the next words that the person drags over or chooses become it. */
import { create } from 'zustand'
import type { Annotation } from '#app/model/annotation'
import { type Attribute, LONGEST_VALUE } from '#app/model/attribute'
import type { AnnotationId, AttributeId } from '#app/model/ids'
import type { Range } from '#app/text/range'
import { annotate, reading } from '../reader/reader-store.ts'
import { focusSentence } from './focus.ts'
import { withValue } from './inspector-store.ts'
import { movePicked, type PickedWords, pickSentence, rangeOfPicked, withoutBlanks } from './picked-words.ts'

export interface Picking {
  readonly annotation: AnnotationId
  readonly attribute: AttributeId
  /** The attribute's name. */
  readonly name: string
  readonly picked: PickedWords
}

export const usePicking = create<{ readonly picking: Picking | null }>(() => ({ picking: null }))

export const isPicking = (): boolean => usePicking.getState().picking !== null

const textOf = () => {
  const now = reading()
  return now && { text: now.text, sentences: now.sentences, language: now.article.language }
}

/** Begins to pick, with the first word of the current sentence. */
export function beginPicking(annotation: Annotation, { id, name }: Attribute): void {
  const text = textOf()
  if (!text) return
  const picked = pickSentence(text, reading()?.current ?? 0)
  usePicking.setState({ picking: { annotation: annotation.id, attribute: id, name, picked } })
  focusSentence()
}

export const leavePicking = (): void => usePicking.setState({ picking: null })

/** Takes a range of the article: it is where the value stands, and its text is the value. */
export function takeRange(range: Range): void {
  const { picking } = usePicking.getState()
  const text = reading()?.text
  const inner = text === undefined ? undefined : withoutBlanks(text, range)
  leavePicking()
  if (!picking || text === undefined || !inner) return
  const value = text.slice(inner.start, inner.end).replace(/\s+/g, ' ').slice(0, LONGEST_VALUE)
  const { attribute } = picking
  annotate(picking.annotation, now => ({
    attributes: withValue(now.attributes, attribute, value),
    mentions: { ...now.mentions, [attribute]: inner },
  }))
}

export function takePicked(): void {
  const { picking } = usePicking.getState()
  const range = picking && rangeOfPicked(picking.picked)
  if (range) takeRange(range)
  else leavePicking()
}

function movePicking(step: number, extend: boolean): void {
  usePicking.setState(({ picking }) =>
    picking ? { picking: { ...picking, picked: movePicked(picking.picked, step, extend) } } : { picking },
  )
}

function moveSentence(step: number): void {
  const text = textOf()
  usePicking.setState(({ picking }) =>
    picking && text
      ? { picking: { ...picking, picked: pickSentence(text, picking.picked.sentence + step) } }
      : { picking },
  )
}

/** The chords while a value is being picked; Escape leaves, and others do nothing. */
const PICK_KEYS: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => movePicking(-1, false),
  ArrowRight: () => movePicking(1, false),
  'Shift+ArrowLeft': () => movePicking(-1, true),
  'Shift+ArrowRight': () => movePicking(1, true),
  Home: () => movePicking(Number.NEGATIVE_INFINITY, false),
  End: () => movePicking(Number.POSITIVE_INFINITY, false),
  ArrowUp: () => moveSentence(-1),
  ArrowDown: () => moveSentence(1),
  Enter: takePicked,
  Escape: leavePicking,
}

/** What a chord does while a value is being picked. */
export const pickKey = (chord: string): void => PICK_KEYS[chord]?.()
