/** The annotations and reviews that come with a text, as edits of its article. */
import { createHash } from 'node:crypto'
import { v7 as uuidv7, validate } from 'uuid'
import { Refusal } from '#app/failure'
import type { ReadAnnotation, ReadAnnotator, ReadReview } from '#app/formats/read-corpus'
import { Annotation } from '#app/model/annotation'
import { uuidOfDigest } from '#app/model/article'
import { valueProblem } from '#app/model/attribute'
import { AnnotationId, AnnotatorId, type ArticleId, type LabelId } from '#app/model/ids'
import type { Edit } from '#app/model/record'
import { Review, reviewId } from '#app/model/review'
import type { Range } from '#app/text/range'
import type { Store } from '#main/store/store'
import type { Adoption } from './codebook-of-file.ts'
import type { Draft } from './source.ts'

/** The article that they are of: its text, and where offsets of the draft are in it. */
export interface Place {
  readonly article: ArticleId
  readonly text: string
  offset(ofDraft: number): number
}

export interface Layers {
  readonly edits: readonly Edit[]
  /** How many annotations come in, and how many the project had already. */
  readonly added: number
  readonly known: number
}

/**
 * What of a draft's annotations and reviews the project has not yet. Each is its author's, by id, else by name, else
 * of `by`; an annotation without an id, or with one that another has, gets one made of what it is, so that it is the same
 * when it comes again. Those
 * whose label was left out stay out; what the codebook takes as no value of an attribute is added to the note.
 *
 * @throws a refusal (`unreadable`) where one has a field that no annotation can have
 */
export function layersOfDraft(
  store: Store,
  draft: Draft,
  place: Place,
  adoption: Adoption,
  by: AnnotatorId,
): Layers {
  const now = new Date().toISOString()
  const who = annotatorFinder(store, by)
  const edits = new Map<string, Edit>()
  let known = 0
  /** Whether the project has the id for something that is in no place of this article. */
  const isAnothers = ({ id, article }: Annotation): boolean => {
    const standing = store.tables.annotation.get(id)
    return standing !== undefined && standing.article !== article
  }
  for (const given of draft.annotations ?? []) {
    const after = annotationOf(given, place, adoption, who(given), now)
    if (!after) continue
    const id = edits.has(after.id) || isAnothers(after) ? idOfContent(after) : after.id
    if (store.tables.annotation.get(id)) known++
    else edits.set(id, { kind: 'annotation', id, after: { ...after, id } })
  }
  const added = edits.size
  for (const given of draft.reviews ?? []) {
    const after = reviewOf(given, place, who(given), now)
    if (!store.tables.review.get(reviewId(after)))
      edits.set(reviewId(after), { kind: 'review', id: reviewId(after), after })
  }
  return { edits: [...edits.values()], added, known }
}

function annotationOf(
  given: ReadAnnotation,
  place: Place,
  adoption: Adoption,
  annotator: AnnotatorId,
  now: string,
): Annotation | undefined {
  const label = adoption.label(given.label)
  if (!label) return undefined
  const range = rangeIn(place, given)
  const { values, rest } = attributesOf(given, label, adoption)
  const created = timeOf(given.created) ?? now
  const said = { article: place.article, annotator, label, ...range }
  return checked(Annotation, {
    ...{ id: given.id && validate(given.id) ? given.id.toLowerCase() : idOfContent(said) },
    ...said,
    ...{ attributes: values, mentions: mentionsOf(given, place, adoption) },
    note: [given.note ?? '', ...rest].filter(Boolean).join('\n'),
    ...{ created, updated: timeOf(given.updated) ?? created },
  })
}

const reviewOf = (given: ReadReview, place: Place, annotator: AnnotatorId, now: string): Review =>
  checked(Review, {
    ...{ article: place.article, annotator, ...rangeIn(place, given) },
    ...{ judgement: given.judgement ?? 'read', at: timeOf(given.at) ?? now },
  })

/** Values by the ids of attributes, and in words what the codebook does not take. */
function attributesOf(
  { attributes = {} }: ReadAnnotation,
  label: LabelId,
  adoption: Adoption,
): { values: Record<string, string>; rest: string[] } {
  const values: Record<string, string> = {}
  const rest: string[] = []
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = adoption.attribute(name)
    if (value === '') continue
    const borne = attribute && (attribute.labels.length === 0 || attribute.labels.includes(label))
    if (borne && valueProblem(attribute, value) === undefined) values[attribute.id] = value
    else rest.push(`${attribute?.name ?? name}: ${value}`)
  }
  return { values, rest }
}

function mentionsOf(
  { mentions = {} }: ReadAnnotation,
  place: Place,
  adoption: Adoption,
): Record<string, Range> {
  return Object.fromEntries(
    Object.entries(mentions).flatMap(([name, range]) => {
      const attribute = adoption.attribute(name)
      return attribute ? [[attribute.id, rangeIn(place, range)]] : []
    }),
  )
}

/** A range of the draft in the text of the article, which divides no character. */
function rangeIn({ text, offset }: Place, { start, end }: Range): Range {
  const from = offset(start)
  const to = Math.min(offset(end), text.length)
  return { start: isInPair(text, from) ? from - 1 : from, end: isInPair(text, to) ? to + 1 : to }
}

function isInPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** The id that a file gives, else one of what the annotation is. */
/** An id made of what an annotation says, and of whom. */
function idOfContent(
  said: Pick<Annotation, 'article' | 'annotator' | 'label' | 'start' | 'end'>,
): AnnotationId {
  const content = [said.article, said.annotator, said.label, said.start, said.end].join('/')
  return AnnotationId.parse(uuidOfDigest(createHash('sha256').update(content).digest('hex')))
}

function timeOf(given: string | undefined): string | undefined {
  const time = given === undefined || given === '' ? Number.NaN : Date.parse(given)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

/** Who is meant, once for each name and id. Becoming known in the project is no step of the import. */
function annotatorFinder(store: Store, by: AnnotatorId): (given: ReadAnnotator) => AnnotatorId {
  const found = new Map<string, AnnotatorId>()
  return ({ annotator, annotatorId }) => {
    const key = `${annotatorId ?? ''}/${annotator ?? ''}`
    const known = found.get(key)
    if (known) return known
    const id = annotatorOf(store, annotator?.trim() ?? '', annotatorId, by)
    found.set(key, id)
    return id
  }
}

function annotatorOf(store: Store, name: string, id: string | undefined, by: AnnotatorId): AnnotatorId {
  const given = AnnotatorId.safeParse(id)
  if (given.success && store.tables.annotator.get(given.data)) return given.data
  if (!given.success && name === '') return by
  const [bearer] = given.success ? [] : store.tables.annotator.named(name)
  if (bearer) return bearer.id
  const stranger = given.success ? given.data : AnnotatorId.parse(uuidv7())
  // Where two bear one name, files add the end of the id to it.
  store.introduce(stranger, name.replace(` (${stranger.slice(-6)})`, '').slice(0, 200) || 'Unknown')
  return stranger
}

function checked<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T; error?: Error } },
  value: unknown,
): T {
  const result = schema.safeParse(value)
  if (result.success && result.data !== undefined) return result.data
  throw new Refusal(
    'unreadable',
    'It has an annotation that Assay cannot keep: a note of more than 20,000 characters, or a range of nothing. Mend it in the file, then import that.',
  )
}
