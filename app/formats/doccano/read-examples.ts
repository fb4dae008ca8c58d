import { z } from 'zod'
import { Judgement } from '../../model/review.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { GivenFile } from '../format.ts'
import { checked, checkRange, jsonRecord, linesOf } from '../lines.ts'
import type { ReadAnnotation, ReadAnnotator, ReadArticle } from '../read-corpus.ts'
import { groupedByText } from '../same-text.ts'

const Name = z.union([z.string(), z.number()]).transform(String)
const Pair = z.tuple([z.int(), z.int()])
const Triple = z.tuple([z.int(), z.int(), Name])
const By = { annotator: z.string().optional(), annotator_id: z.string().optional() }

/** A label on a piece of the text, or on all of it, in any of the forms that versions of doccano have written. */
const Label = z.union([
  Triple.transform(([start, end, label]) => ({ start, end, label })),
  z
    .object({ start_offset: z.int(), end_offset: z.int(), label: Name })
    .and(
      z.object({
        label_name: z.string().optional(),
        user: Name.optional(),
        user_name: z.string().optional(),
      }),
    )
    .transform(({ start_offset: start, end_offset: end, label, label_name, user, user_name }) => ({
      ...{ start, end, label: label_name ?? label, annotator: user_name ?? user },
    })),
  z
    .object({
      label: Name,
      label_name: z.string().optional(),
      user: Name.optional(),
      user_name: z.string().optional(),
    })
    .transform(({ label, label_name, user, user_name }) => ({
      ...{ label: label_name ?? label, annotator: user_name ?? user },
    })),
  Name.transform(label => ({ label })),
])
type Label = { readonly label: string; readonly annotator?: string | undefined } & Partial<Range>

const Example = z.object({
  text: z.string(),
  /** Of today's doccano. */
  label: z.array(Label).nullish(),
  entities: z.array(Label).nullish(),
  cats: z.array(Label).nullish(),
  /** Of doccano before its version 1.3. */
  labels: z.array(Label).nullish(),
  annotations: z.array(Label).nullish(),
  meta: z.unknown().optional(),
  title: z.unknown().optional(),
  source: z.unknown().optional(),
  author: z.unknown().optional(),
  url: z.unknown().optional(),
  published: z.unknown().optional(),
  language: z.unknown().optional(),
  assay: z
    .object({
      sentences: z.array(Pair),
      annotations: z.array(
        z.object({
          ...{ id: z.uuid(), start: z.int(), end: z.int(), label: z.string(), ...By },
          ...{ attributes: z.record(z.string(), z.string()), mentions: z.record(z.string(), Pair) },
          ...{ note: z.string(), created: z.string(), updated: z.string() },
        }),
      ),
      reviews: z.array(
        z.object({ start: z.int(), end: z.int(), judgement: Judgement, at: z.string(), ...By }),
      ),
    })
    .nullish(),
})

interface Read extends z.output<typeof Example> {
  /** What a refusal calls it. */
  readonly place: string
  /** Whose file it is from. */
  readonly annotator: string | undefined
}

/** A file of examples, and whose it is. */
export interface ExampleFile {
  readonly file: GivenFile
  readonly annotator?: string | undefined
}

/** The articles of these files, what several annotators said of one text together. */
export function* articlesOf(files: readonly ExampleFile[]): Generator<ReadArticle> {
  for (const examples of groupedByText(examplesIn(files))) yield articleOf(examples)
}

function* examplesIn(files: readonly ExampleFile[]): Generator<() => Read> {
  for (const { file, annotator } of files) {
    const text = file.text()
    if (text.trimStart().startsWith('[')) {
      const records = jsonRecord(text, file.path, z.array(z.unknown()))
      for (const [index, record] of records.entries()) {
        const place = `${file.path}, example ${index + 1},`
        yield () => ({ ...checked(record, place, Example), place, annotator })
      }
    } else {
      for (const { line, number } of linesOf(text)) {
        const place = files.length > 1 ? `${file.path}, line ${number},` : `Line ${number}`
        yield () => ({ ...jsonRecord(line, place, Example), place, annotator })
      }
    }
  }
}

function articleOf(examples: readonly Read[]): ReadArticle {
  const text = examples[0]?.text ?? ''
  const whole = { start: 0, end: text.length }
  const { codePoints, toCodePoints, toUtf16 } = offsetMap(text)
  const rangeIn =
    ({ place, annotations, labels }: Read) =>
    ({ start, end }: Range): Range => {
      const old = Boolean(annotations ?? labels)
      checkRange(start, end, old ? codePoints : text.length, place)
      // Within a pair of surrogates, where no character begins, its end is meant.
      const offset = (given: number) => toUtf16(old ? given : toCodePoints(given))
      return { start: offset(start), end: Math.max(offset(end), offset(start) + 1) }
    }
  const ours = examples.find(example => example.assay)
  return {
    text,
    metadata: metadataOf(examples),
    ...(ours?.assay
      ? { sentences: ours.assay.sentences.map(([start, end]) => rangeIn(ours)({ start, end })) }
      : {}),
    annotations: examples.flatMap(example => annotationsOf(example, whole, rangeIn(example))),
    reviews: examples.flatMap(example =>
      (example.assay?.reviews ?? []).map(({ annotator_id, ...review }) => ({
        ...review,
        ...rangeIn(example)(review),
        annotatorId: annotator_id,
      })),
    ),
  }
}

/**
 * The labels as they stand in the example now, with what Assay wrote of those that were there already: doccano
 * keeps that for all of them, also for labels that were taken off since.
 */
function annotationsOf(example: Read, whole: Range, range: (place: Range) => Range): ReadAnnotation[] {
  const { label, entities, cats, labels, annotations, assay } = example
  const known = Map.groupBy(assay?.annotations ?? [], keyOf)
  return [label, entities, cats, labels, annotations].flatMap(list =>
    (list ?? []).map((one: Label): ReadAnnotation => {
      const { start, end } = one
      const place = start === undefined || end === undefined ? whole : range({ start, end })
      const by: ReadAnnotator = { annotator: one.annotator ?? example.annotator }
      const ours = known.get(keyOf(one))?.shift()
      if (!ours) return { ...place, ...by, label: one.label }
      const { annotator_id, mentions, ...rest } = ours
      return {
        ...rest,
        ...place,
        annotatorId: annotator_id,
        mentions: Object.fromEntries(
          Object.entries(mentions).map(([key, [from, to]]) => [key, range({ start: from, end: to })]),
        ),
      }
    }),
  )
}

const keyOf = ({ start, end, label }: Partial<Range> & { readonly label: string }): string =>
  `${start} ${end} ${label}`

const METADATA = ['title', 'source', 'author', 'url', 'published', 'language'] as const

/** From fields of the example, or of its `meta`, where earlier versions of doccano had them. */
function metadataOf(examples: readonly Read[]): ReadArticle['metadata'] {
  const found: Partial<Record<(typeof METADATA)[number], string>> = {}
  for (const example of examples) {
    const { meta } = example
    const within = new Map<string, unknown>(typeof meta === 'object' && meta ? Object.entries(meta) : [])
    for (const key of METADATA) {
      const value = example[key] ?? within.get(key)
      if (typeof value === 'string') found[key] ??= value
    }
  }
  return found
}
