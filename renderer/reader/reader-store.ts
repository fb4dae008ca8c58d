/** The open article, the person's layer on it, and where they are in it. */
import { v7 as uuidv7 } from 'uuid'
import { create } from 'zustand'
import type { LayerEdit, OpenArticle, Outcome, Saved } from '#app/contract'
import type { Failure } from '#app/failure'
import type { Annotation } from '#app/model/annotation'
import type { Article } from '#app/model/article'
import { AnnotationId, type ArticleId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import { applyToLayer, type Layer, review, tag, untag } from '#app/model/layer'
import type { Edit } from '#app/model/record'
import type { Judgement } from '#app/model/review'
import { sentencesIn } from '#app/model/segmentation'
import type { Range } from '#app/text/range'
import { call } from '../door.ts'
import { refreshLibrary, showProgress } from '../library/library-store.ts'
import { notify } from '../shell/notices.ts'
import { own, send, settled } from '../shell/outbox.ts'
import { codebook, useSession } from '../shell/session-store.ts'
import { noteSentences } from '../shell/work-timer.ts'
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
}

type ReaderState =
  | { readonly status: 'empty' }
  | { readonly status: 'loading'; readonly id: ArticleId }
  | { readonly status: 'failed'; readonly id: ArticleId; readonly failure: Failure }
  | { readonly status: 'open'; readonly reading: Reading }

export const useReader = create<{ readonly state: ReaderState }>(() => ({ state: { status: 'empty' } }))

const show = (state: ReaderState): void => useReader.setState({ state })

/** The open article; undefined where there is none. */
export function reading(): Reading | undefined {
  const { state } = useReader.getState()
  return state.status === 'open' ? state.reading : undefined
}

/** The id of the article that is open, or about to be. */
export function shownArticle(state: ReaderState): ArticleId | undefined {
  switch (state.status) {
    case 'empty':
      return undefined
    case 'open':
      return state.reading.article.id
    default:
      return state.id
  }
}

export const closeArticle = (): void => show({ status: 'empty' })

/** Opens an article at a range of it, else at its beginning. */
export async function openArticle(id: ArticleId, range?: Range | null): Promise<void> {
  if (reading()?.article.id !== id) show({ status: 'loading', id })
  await settled()
  const outcome = await call('article.open', { article: id })
  if (shownArticle(useReader.getState().state) !== id) return
  if (!outcome.ok) show({ status: 'failed', id, failure: outcome.failure })
  else show({ status: 'open', reading: readingOf(outcome.value, range) })
}

function readingOf({ annotations, reviews, ...open }: OpenArticle, range?: Range | null): Reading {
  const annotator = useSession.getState().session?.annotator.id
  if (!annotator) throw new Error('an article is open and nobody works here')
  const sections = sectionsOf(open.text, open.sentences)
  const layer: Layer = { article: open.article.id, annotator, annotations, reviews }
  const current = range ? placeOf(open.sentences, range) : 0
  return {
    ...open,
    sections,
    layer,
    marks: marksOf(sections, open.sentences, layer),
    current,
    anchor: current,
  }
}

const placeOf = (sentences: readonly Range[], range: Range): number =>
  Math.min(sentencesIn(sentences, range).from, Math.max(sentences.length - 1, 0))

/** Reads the layer again, after somebody else changed it; the place in the article stays. */
export async function reloadArticle(): Promise<void> {
  const before = reading()
  if (!before) return
  const outcome = await call('article.open', { article: before.article.id })
  const now = reading()
  if (now?.article.id !== before.article.id) return
  if (!outcome.ok) return show({ status: 'failed', id: before.article.id, failure: outcome.failure })
  const { current, anchor } = now
  show({ status: 'open', reading: { ...readingOf(outcome.value), current, anchor } })
}

/** Goes to a sentence, by index; with `extend` the selection goes along. */
export function goTo(index: number, extend = false): void {
  const now = reading()
  if (!now || now.sentences.length === 0) return
  const current = Math.min(Math.max(index, 0), now.sentences.length - 1)
  const anchor = extend ? now.anchor : current
  if (current === now.current && anchor === now.anchor) return
  show({ status: 'open', reading: { ...now, current, anchor } })
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

/** The mark of the current sentence. */
export function currentMark({ sections, marks, current }: Reading): Mark | undefined {
  const place = sectionOf(sections, current)
  return marks[place]?.[current - (sections[place]?.from ?? 0)]
}

/** Puts a label on the selected sentences, and goes on to the next one where `advance` says so. */
export function tagSelection(label: Label, advance: boolean): void {
  act(advance, (now, ranges, time) => {
    const tagged = ranges.map(range => ({ ...range, id: AnnotationId.parse(uuidv7()) }))
    let layer = now.layer
    const edits = tagged.flatMap(({ id, ...range }) => {
      const here = tag(layer, range, label, codebook(), id, time)
      layer = applyToLayer(layer, here)
      return here
    })
    return {
      edits,
      save: () => call('layer.tag', { article: now.article.id, label: label.id, ranges: tagged }),
    }
  })
}

/** Takes one label, or all, off the selected sentences. */
export function untagSelection(label?: Label): void {
  act(false, (now, ranges) => ({
    edits: ranges.flatMap(range => untag(now.layer, range, label)),
    save: () => call('layer.untag', { article: now.article.id, label: label?.id ?? null, ranges }),
  }))
}

/** Says something of the selected sentences, or (null) takes back what was said. */
export function reviewSelection(judgement: Judgement | null, advance: boolean): void {
  act(advance, (now, ranges, time) => ({
    edits: ranges.flatMap(range => review(now.layer, range, judgement, time)),
    save: () => call('layer.review', { article: now.article.id, judgement, ranges }),
  }))
}

/**
 * Changes an annotation, as it is now: the part of the window that asks for it may be a frame
 * behind, and must not bring back what was there before.
 */
export function annotate(id: AnnotationId, change: (now: Annotation) => Partial<Noted>): void {
  const annotation = reading()?.layer.annotations.find(one => one.id === id)
  if (!annotation) return
  const { note, attributes, mentions, start, end, article } = { ...annotation, ...change(annotation) }
  const said = { note, attributes, mentions, start, end }
  act(false, (_, __, time) => ({
    edits: [{ kind: 'annotation', id, after: { ...annotation, ...said, updated: time } }],
    save: () => call('layer.annotate', { article, annotation: id, ...said }),
  }))
}

/** What can be changed of an annotation that is there. */
type Noted = Pick<Annotation, 'note' | 'attributes' | 'mentions' | 'start' | 'end'>

interface Act {
  /** What it does to the layer, shown at once. */
  readonly edits: readonly Edit[]
  /** What makes it last. */
  save(): Promise<Outcome<Saved>>
}

/** Shows a step at once, and sends it to the disk. */
function act(advance: boolean, step: (now: Reading, ranges: Range[], time: string) => Act): void {
  const now = reading()
  if (!now) return
  const { from, to } = selection(now)
  const ranges = now.sentences.slice(from, to).map(({ start, end }) => ({ start, end }))
  const { edits, save } = step(now, ranges, new Date().toISOString())
  const current = advance ? Math.min(to, now.sentences.length - 1) : now.current
  const anchor = advance ? current : now.anchor
  const marked = edits.length > 0 ? applyToMarks(now, edits, now.sections, now.sentences) : {}
  show({ status: 'open', reading: { ...now, ...marked, current, anchor } })
  noteSentences(
    now.article.id,
    ranges.map(({ start }) => start),
  )
  if (edits.length > 0) void saveStep(now.article.id, save)
}

async function saveStep(article: ArticleId, save: () => Promise<Outcome<Saved>>): Promise<void> {
  const outcome = await send(save)
  if (outcome.ok) {
    own(outcome.value.seq)
    useSession.setState({ undo: outcome.value.undo })
    showProgress(article, outcome.value.progress)
  } else {
    notify(outcome.failure.message, { tone: 'bad' })
    if (reading()?.article.id === article) await reloadArticle()
  }
}

/** Splits the sentence at an offset of the article, or joins it with the next one; annotations keep their ranges. */
export async function mend(how: 'split' | 'join', offset: number): Promise<void> {
  const article = reading()?.article.id
  if (!article) return
  const outcome = await send(() => call('sentences.mend', { article, how, offset }))
  if (!outcome.ok) return notify(outcome.failure.message)
  own(outcome.value.seq)
  useSession.setState({ undo: outcome.value.undo })
  refreshLibrary()
  const now = reading()
  if (now?.article.id === article) showSentences(now, outcome.value.sentences)
}

/** Joins the current sentence with the next one. */
export function joinCurrent(): void {
  const now = reading()
  const sentence = now?.sentences[now.current]
  if (sentence) void mend('join', sentence.start)
}

function showSentences(now: Reading, sentences: readonly Range[]): void {
  const sections = sectionsOf(now.text, sentences)
  const current = Math.min(now.current, sentences.length - 1)
  const marks = marksOf(sections, sentences, now.layer)
  show({ status: 'open', reading: { ...now, sentences, sections, marks, current, anchor: current } })
}

/** Shows what an undo or redo did to the layer, and goes there. */
export function showEdits(edits: readonly LayerEdit[], range: Range | null): void {
  const now = reading()
  if (!now) return
  const marked = applyToMarks(now, edits, now.sections, now.sentences)
  const current = range ? placeOf(now.sentences, range) : now.current
  show({ status: 'open', reading: { ...now, ...marked, current, anchor: current } })
}
