/** What the person says of the open article: shown at once, sent to the disk after the frame is painted. */
import { v7 as uuidv7 } from 'uuid'
import type { Outcome, Saved } from '#app/contract'
import type { Annotation } from '#app/model/annotation'
import { AnnotationId, type ArticleId, type LabelId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import { applyToLayer, review, tag, untag } from '#app/model/layer'
import type { Edit } from '#app/model/record'
import type { Judgement } from '#app/model/review'
import { sentencesIn } from '#app/model/segmentation'
import { pickedRange } from '#app/text/pick'
import { type Range, sameRange } from '#app/text/range'
import { showProgress } from '../library/library-store.ts'
import { say } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { own, send } from '../shell/outbox.ts'
import { activeLabels, codebook } from '../shell/session-store.ts'
import { noteSentences } from '../shell/work-timer.ts'
import { afterPaint } from '../ui/after-paint.ts'
import { announce } from '../ui/announcer.ts'
import { describeMark } from './describe-mark.ts'
import { applyToMarks, isOpen } from './marks.ts'
import {
  chosenAnnotation,
  currentMark,
  markAt,
  placedAt,
  type Reading,
  reading,
  reloadArticle,
  selection,
  showReading,
} from './reader-store.ts'
import { paragraphOf } from './sections.ts'

/** Puts a label on the picked piece, else on the selected sentences, and goes on to the next one where `advance` says so. */
export function tagSelection(label: Label, advance: boolean): void {
  lastTag = label.id
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
      save: () => send('layer.tag', { article: now.article.id, label: label.id, ranges: tagged }),
    }
  })
}

/** The label that was given last. */
let lastTag: LabelId | undefined

/** Forgets it, as `forgetLastValues` does values. */
export const forgetLastTag = (): void => {
  lastTag = undefined
}

/** Gives the label again that was given last. */
export function repeatTag(): void {
  const label = activeLabels().find(one => one.id === lastTag)
  if (label) tagSelection(label, true)
}

/** Takes one label, or all, off the selected sentences. */
export function untagSelection(label?: Label): void {
  act(false, (now, ranges) => ({
    edits: ranges.flatMap(range => untag(now.layer, range, label)),
    save: () => send('layer.untag', { article: now.article.id, label: label?.id ?? null, ranges }),
  }))
}

/** Puts a label on the selected sentences, or takes it off where the current one has it. */
export function toggleLabel(label: Label): void {
  const now = reading()
  const has = now && currentMark(now)?.annotations.some(one => one.label === label.id)
  if (has) untagSelection(label)
  else tagSelection(label, false)
}

/** Says something of the selected sentences, or (null) takes back what was said. */
export function reviewSelection(judgement: Judgement | null, advance: boolean): void {
  act(advance, (now, ranges, time) => ({
    edits: ranges.flatMap(range => review(now.layer, range, judgement, time)),
    save: () => send('layer.review', { article: now.article.id, judgement, ranges }),
  }))
}

/** Says something of the selected sentences, or takes it back where it was said of all of them. */
export function toggleJudgement(judgement: Judgement, advance: boolean): void {
  const now = reading()
  if (!now) return
  const said = targets(now).every(range =>
    now.layer.reviews.some(one => sameRange(one, range) && one.judgement === judgement),
  )
  if (said) reviewSelection(null, false)
  else reviewSelection(judgement, advance)
}

/** Says of the sentences from the current one to the end of the paragraph that have no label: read, nothing to tag. */
export function readRestOfParagraph(): void {
  const now = reading()
  if (!now) return
  const paragraph = paragraphOf(now.sections, now.current)
  readUntagged(now, now.current, paragraph.end)
}

/** The same up to the end of the article. */
export function readRestOfArticle(): void {
  const now = reading()
  if (now) readUntagged(now, now.current, now.sentences.length)
}

function readUntagged(now: Reading, from: number, to: number): void {
  const open = now.sentences
    .slice(from, to)
    .filter((_, index) => isOpen(markAt(now, from + index)))
    .map(({ start, end }) => ({ start, end }))
  const goOn = () => {
    const then = reading()
    if (then) showReading({ ...then, ...placedAt(Math.min(to, then.sentences.length - 1)) })
  }
  if (open.length > 0)
    act(false, (_, __, time) => ({
      edits: open.flatMap(range => review(now.layer, range, 'read', time)),
      save: () => send('layer.review', { article: now.article.id, judgement: 'read', ranges: open }),
    }))
  goOn()
}

/** Takes the chosen annotation away. */
export function removeChosen(): void {
  const now = reading()
  const annotation = now && chosenAnnotation(now)
  const label = annotation && codebook().labels.find(one => one.id === annotation.label)
  if (!annotation || !label) return
  act(false, () => ({
    edits: [{ kind: 'annotation', id: annotation.id, after: null }],
    save: () => send('layer.remove', { article: annotation.article, annotation: annotation.id }),
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
    save: () => send('layer.annotate', { article, annotation: id, ...said }),
  }))
}

/** What can be changed of an annotation that is there. */
type Noted = Pick<Annotation, 'note' | 'attributes' | 'mentions' | 'start' | 'end'>

interface Act {
  /** What it does to the layer, shown at once. */
  readonly edits: readonly Edit[]
  /** Sends what makes it last. */
  save(): Promise<Outcome<Saved>>
}

/** The picked piece, else the selected sentences. */
export function targets(now: Reading): Range[] {
  if (now.pick) return [pickedRange(now.pick)]
  const { from, to } = selection(now)
  return now.sentences.slice(from, to).map(({ start, end }) => ({ start, end }))
}

/** Where the person is after a step that leads on: at the next sentence, or with a pick where they were. */
function nextPlace(now: Reading, edits: readonly Edit[]): Partial<Reading> {
  if (now.pick) {
    const made = edits.find(edit => edit.kind === 'annotation' && edit.after)
    return { pick: null, chosen: made ? AnnotationId.parse(made.id) : null }
  }
  const current = Math.min(selection(now).to, now.sentences.length - 1)
  return { current, anchor: current, chosen: null }
}

/** Shows a step at once, and sends it to the disk. */
function act(advance: boolean, step: (now: Reading, ranges: Range[], time: string) => Act): void {
  const now = reading()
  if (!now) return
  const { edits, save } = step(now, targets(now), new Date().toISOString())
  const marked = edits.length > 0 ? applyToMarks(now, edits, now.sections, now.sentences) : {}
  showReading({ ...now, ...marked, ...(advance ? nextPlace(now, edits) : {}) })
  const at = targets(now)
  noteSentences(
    now.article.id,
    at.map(({ start }) => start),
  )
  if (edits.length === 0) return
  void saveStep(now.article.id, save)
  afterPaint(() => announceStep(sentencesIn(now.sentences, at[0] ?? NOWHERE).from))
}

const NOWHERE: Range = { start: 0, end: 0 }

/** Has it read aloud what is said of a sentence now, by its index. */
function announceStep(sentence: number): void {
  const now = reading()
  const mark = now && markAt(now, sentence)
  if (!now || !mark) return
  const what = describeMark(mark, codebook().labels) || say('reader.nothing-said')
  announce(say('reader.announced', { what, number: sentence + 1, count: now.sentences.length }))
}

async function saveStep(article: ArticleId, save: () => Promise<Outcome<Saved>>): Promise<void> {
  const outcome = await save()
  if (outcome.ok) {
    own(outcome.value.seq)
    showProgress(article, outcome.value.progress)
  } else {
    notify(outcome.failure.message, { tone: 'bad' })
    if (reading()?.article.id === article) await reloadArticle()
  }
}
