import { z } from 'zod'
import { Judgement } from '../../model/review.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import { checkRange, jsonLine, linesOf } from '../lines.ts'
import type { ReadAnnotation, ReadArticle, ReadReview } from '../read-corpus.ts'
import { groupedByText } from '../same-text.ts'

const Place = z.object({ start: z.int(), end: z.int() })

const Span = Place.extend({
  label: z.string().nullish(),
  assay: z
    .object({
      id: z.uuid(),
      label: z.string(),
      attributes: z.record(z.string(), z.string()),
      mentions: z.record(z.string(), Place),
      note: z.string(),
      created: z.string(),
      updated: z.string(),
    })
    .optional(),
})

/** A task as `prodigy db-out` writes it, of any interface that is about a text. */
const Task = z.object({
  text: z.string(),
  meta: z.unknown().optional(),
  spans: z.array(Span).nullish(),
  /** Of binary text classification. */
  label: z.string().nullish(),
  /** The chosen ones, of text classification by choice. */
  accept: z.array(z.union([z.string(), z.number()])).nullish(),
  answer: z.enum(['accept', 'reject', 'ignore']).nullish(),
  _view_id: z.string().nullish(),
  _annotator_id: z.string().nullish(),
  _session_id: z.string().nullish(),
  assay: z
    .object({
      annotator: z.string().optional(),
      sentences: z.array(Place),
      reviews: z.array(Place.extend({ judgement: Judgement, at: z.string() })),
    })
    .optional(),
})

type Task = z.output<typeof Task> & { readonly number: number }

/** The articles of a file, the answers of all annotators about one text together. */
export function* articlesOf(file: string): Generator<ReadArticle> {
  for (const tasks of groupedByText(tasksIn(file))) yield articleOf(tasks)
}

function* tasksIn(file: string): Generator<() => Task> {
  for (const { line, number } of linesOf(file)) yield () => ({ ...jsonLine(line, number, Task), number })
}

function articleOf(tasks: readonly Task[]): ReadArticle {
  const text = tasks[0]?.text ?? ''
  const { codePoints, toUtf16 } = offsetMap(text)
  const rangeIn =
    (number: number) =>
    ({ start, end }: Range): Range => {
      checkRange(start, end, codePoints, `Line ${number}`)
      return { start: toUtf16(start), end: toUtf16(end) }
    }
  const sentences = tasks.find(task => task.assay)
  return {
    text,
    metadata: metadataOf(tasks),
    ...(sentences?.assay ? { sentences: sentences.assay.sentences.map(rangeIn(sentences.number)) } : {}),
    annotations: tasks.flatMap(task => annotationsOf(task, rangeIn(task.number))),
    reviews: tasks.flatMap(task => reviewsOf(task, rangeIn(task.number))),
  }
}

const METADATA = ['title', 'source', 'author', 'url', 'published', 'language'] as const

function metadataOf(tasks: readonly Task[]): ReadArticle['metadata'] {
  const found: Partial<Record<(typeof METADATA)[number], string>> = {}
  for (const { meta } of tasks) {
    if (typeof meta !== 'object' || meta === null) continue
    const values = new Map<string, unknown>(Object.entries(meta))
    for (const key of METADATA) {
      const value = values.get(key)
      if (typeof value === 'string') found[key] ??= value
    }
  }
  return found
}

/** What an answer says is there: nothing where the question was refused or passed over. */
function annotationsOf(task: Task, range: (place: Range) => Range): ReadAnnotation[] {
  if (task.answer === 'reject' || task.answer === 'ignore') return []
  const by = annotatorOf(task)
  const whole = { start: 0, end: task.text.length }
  const ofWhole = [...(task.label ? [task.label] : []), ...(task.accept ?? []).map(String)]
  return [
    ...ofWhole.map(label => ({ ...whole, ...by, label })),
    ...spansOf(task).flatMap(({ label, assay, ...span }): ReadAnnotation[] => {
      if (!assay) return label ? [{ ...range(span), ...by, label }] : []
      const mentions = Object.entries(assay.mentions).map(([key, mention]) => [key, range(mention)] as const)
      return [{ ...range(span), ...by, ...assay, label: assay.label, mentions: Object.fromEntries(mentions) }]
    }),
  ]
}

/** Where the text as a whole is classified, spans only show a person what to look at. */
const spansOf = ({ spans, _view_id }: Task) =>
  _view_id === 'classification' || _view_id === 'choice' ? [] : (spans ?? [])

/** An answer of Prodigy's own is about the whole text; it is ignored where it could not be given. */
function reviewsOf(task: Task, range: (place: Range) => Range): ReadReview[] {
  const by = annotatorOf(task)
  if (task.assay) return task.assay.reviews.map(review => ({ ...review, ...range(review), ...by }))
  if (!task.answer || task.text === '') return []
  const judgement = task.answer === 'ignore' ? 'cannot-judge' : 'read'
  return [{ start: 0, end: task.text.length, judgement, ...by }]
}

/** Prodigy calls a session in which nobody has said a name after the time at which it began. */
const NAMELESS = /^\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}$/

function annotatorOf({ _annotator_id, _session_id, assay }: Task) {
  const name = _annotator_id ?? _session_id
  return {
    annotator: name && !NAMELESS.test(name) ? name : undefined,
    annotatorId: assay?.annotator,
  }
}
