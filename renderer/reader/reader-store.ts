import { create } from 'zustand'
import { decoded, type LayerEdit, type OpenArticle } from '#app/contract'
import type { Failure } from '#app/failure'
import type { Annotation } from '#app/model/annotation'
import type { Article } from '#app/model/article'
import type { AnnotationId, ArticleId } from '#app/model/ids'
import type { Layer } from '#app/model/layer'
import { sentencesIn } from '#app/model/segmentation'
import type { Pick as TextPick } from '#app/text/pick'
import type { Range } from '#app/text/range'
import { call } from '../door.ts'
import { settled } from '../shell/outbox.ts'
import { useSession } from '../shell/session-store.ts'
import { applyToMarks, type Mark, type Marked, marksOf } from './marks.ts'
import { type Section, sectionOf, sectionsOf } from './sections.ts'

/** An article that is open, ready to be shown. */
export interface Reading extends Marked {
  readonly article: Article
  readonly text: string
  readonly sentences: readonly Range[]
  readonly sections: readonly Section[]
  /** Index of the current sentence. */
  readonly current: number
  /** Where the selection was begun: it goes from here to the current sentence. */
  readonly anchor: number
  /** A piece of the text that was picked, in place of whole sentences; see picking.ts. */
  readonly pick: TextPick | null
  /** The annotation whose range is being changed to what is picked; null for none. */
  readonly adjusting: AnnotationId | null
  /** The annotation that is edited, of those of the current sentence; null for the first of them. */
  readonly chosen: AnnotationId | null
}

export type ReaderState =
  | { readonly status: 'empty' }
  /** It is not known yet which article is to be read. */
  | { readonly status: 'looking' }
  | { readonly status: 'loading'; readonly id: ArticleId }
  | { readonly status: 'failed'; readonly id: ArticleId; readonly failure: Failure }
  | { readonly status: 'open'; readonly reading: Reading }

export const useReader = create<{ readonly state: ReaderState }>(() => ({ state: { status: 'looking' } }))

const show = (state: ReaderState): void => useReader.setState({ state })

/** Shows the open article as it is from now on. */
export const showReading = (reading: Reading): void => show({ status: 'open', reading })

/** The open article; undefined where there is none. */
export function reading(): Reading | undefined {
  const { state } = useReader.getState()
  return state.status === 'open' ? state.reading : undefined
}

/** The id of the article that is open, or about to be. */
export function shownArticle(state: ReaderState): ArticleId | undefined {
  switch (state.status) {
    case 'empty':
    case 'looking':
      return undefined
    case 'open':
      return state.reading.article.id
    default:
      return state.id
  }
}

export const closeArticle = (): void => show({ status: 'empty' })

/** Closes it while it is found out which one is to be read. */
export const lookForArticle = (): void => show({ status: 'looking' })

/** Opens an article at a range of it, else where the person was last, else at its beginning. */
export async function openArticle(id: ArticleId, range?: Range | null): Promise<void> {
  if (reading()?.article.id !== id) show({ status: 'loading', id })
  await settled()
  const before = reading()
  const outcome = await call('article.open', { article: id })
  if (shownArticle(useReader.getState().state) !== id) return
  if (isOlder(before, reading())) return openArticle(id, range)
  if (!outcome.ok) show({ status: 'failed', id, failure: outcome.failure })
  else showReading(readingOf(decoded(outcome.value), range))
}

/** Whether what was asked for when an article was as before may lack a step that was taken on it since. */
const isOlder = (before: Reading | undefined, now: Reading | undefined): boolean =>
  before !== undefined &&
  now !== undefined &&
  before.article.id === now.article.id &&
  (before.layer !== now.layer || before.sentences !== now.sentences)

function readingOf({ annotations, reviews, ...open }: OpenArticle, range?: Range | null): Reading {
  const annotator = useSession.getState().session?.annotator.id
  if (!annotator) throw new Error('an article is open and nobody works here')
  const sections = sectionsOf(open.text, open.sentences)
  const layer: Layer = { article: open.article.id, annotator, annotations, reviews }
  const here = range ?? rangeAt(open.position)
  const current = here ? placeOf(open.sentences, here) : 0
  return {
    ...open,
    sections,
    layer,
    marks: marksOf(sections, open.sentences, layer),
    ...placedAt(current),
  }
}

type Place = Pick<Reading, 'current' | 'anchor' | 'pick' | 'adjusting' | 'chosen'>

/** What is current, selected and picked once the person goes to a sentence. */
export const placedAt = (current: number): Place => ({
  current,
  anchor: current,
  pick: null,
  adjusting: null,
  chosen: null,
})

const rangeAt = (offset: number | null): Range | null =>
  offset === null ? null : { start: offset, end: offset + 1 }

const placeOf = (sentences: readonly Range[], range: Range): number =>
  Math.min(sentencesIn(sentences, range).from, Math.max(sentences.length - 1, 0))

/** Reads the article again, after somebody else changed it; the person stays on the text that they are at. */
export async function reloadArticle(): Promise<void> {
  await settled()
  const before = reading()
  if (!before) return
  const outcome = await call('article.open', { article: before.article.id })
  const now = reading()
  if (now?.article.id !== before.article.id) return
  if (isOlder(before, now)) return reloadArticle()
  if (!outcome.ok) return show({ status: 'failed', id: before.article.id, failure: outcome.failure })
  const after = readingOf(decoded(outcome.value))
  const placeNow = (index: number): number => {
    const sentence = now.sentences[index]
    return sentence ? placeOf(after.sentences, sentence) : 0
  }
  const { pick, adjusting, chosen } = now
  const [current, anchor] = [placeNow(now.current), placeNow(now.anchor)]
  showReading({ ...after, current, anchor, pick, adjusting, chosen })
}

/** Goes to a sentence, by index; with `extend` the selection goes along. */
export function goTo(index: number, extend = false): void {
  const now = reading()
  if (!now || now.sentences.length === 0) return
  const current = Math.min(Math.max(index, 0), now.sentences.length - 1)
  const anchor = extend ? now.anchor : current
  if (current === now.current && anchor === now.anchor && !now.pick && !now.chosen) return
  showReading({ ...now, ...placedAt(current), anchor })
}

/** Goes so many sentences on, or back; with `extend` the selection goes along. */
export function move(step: number, extend = false): void {
  const now = reading()
  if (now) goTo(now.current + step, extend)
}

export const isReading = (): boolean => reading() !== undefined

/** Indices of the selected sentences, half-open. */
export const selection = ({
  current,
  anchor,
}: Pick<Reading, 'current' | 'anchor'>): { from: number; to: number } => ({
  from: Math.min(current, anchor),
  to: Math.max(current, anchor) + 1,
})

/** The annotation that is edited: the chosen one of the current sentence, else its first. */
export function chosenAnnotation(now: Reading): Annotation | undefined {
  const annotations = currentMark(now)?.annotations ?? []
  return annotations.find(one => one.id === now.chosen) ?? annotations[0]
}

/** The mark of the current sentence. */
export const currentMark = (now: Reading): Mark | undefined => markAt(now, now.current)

/** The mark of a sentence, by its index. O(log sections). */
export function markAt({ sections, marks }: Reading, sentence: number): Mark | undefined {
  const place = sectionOf(sections, sentence)
  return marks[place]?.[sentence - (sections[place]?.from ?? 0)]
}

/** Shows an article after its sentences were mended. */
export function showSentences(now: Reading, sentences: readonly Range[]): void {
  const sections = sectionsOf(now.text, sentences)
  const current = Math.min(now.current, sentences.length - 1)
  const marks = marksOf(sections, sentences, now.layer)
  showReading({ ...now, sentences, sections, marks, ...placedAt(current) })
}

/** Shows what an undo or redo did to the layer, and goes there. */
export function showEdits(edits: readonly LayerEdit[], range: Range | null): void {
  const now = reading()
  if (!now) return
  const marked = applyToMarks(now, edits, now.sections, now.sentences)
  const current = range ? placeOf(now.sentences, range) : now.current
  showReading({ ...now, ...marked, ...placedAt(current) })
}
