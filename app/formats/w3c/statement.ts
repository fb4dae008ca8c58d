/** One annotation, as the programs that write the model have it: nearly everything may be one thing or several. */
import { z } from 'zod'
import { checked } from '../lines.ts'
import type { ReadAnnotator } from '../read-corpus.ts'
import { utcTime } from '../utc-time.ts'
import { labelIn, uuidIn } from './vocabulary.ts'

const several = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.array(schema), schema.transform(one => [one])])
    .nullish()
    .transform(given => given ?? [])

const Iri = z.union([z.string(), z.looseObject({ id: z.string() }).transform(one => one.id)])

/** Places are looked at where they are numbers: an `RdfSelector` may have anything under these names. */
const Selector = z.object({
  type: z.string().optional(),
  start: z.unknown().optional(),
  end: z.unknown().optional(),
  exact: z.string().optional(),
  prefix: z.string().nullish(),
  suffix: z.string().nullish(),
  refinedBy: z.unknown().optional(),
})
export type Selector = z.infer<typeof Selector>

/** A resource by its IRI, or described, then perhaps with its text. */
const Resource = z.union([
  z.string().transform(id => ({ id, value: undefined })),
  z.object({ id: z.string().optional(), value: z.string().optional() }),
])

const Target = z.union([
  z.string().transform(id => ({ source: { id, value: undefined }, selector: [] })),
  z.object({ source: Resource, selector: several(Selector) }),
  Resource.transform(source => ({ source, selector: [] })),
])
type Target = z.infer<typeof Target>

const Body = z.union([
  z.string().transform(source => ({ source, ...NOTHING })),
  z.object({
    source: Iri.optional(),
    purpose: several(z.string()),
    value: z.string().optional(),
    attribute: z.string().optional(),
    mention: z.object({ start: z.int(), end: z.int() }).optional(),
  }),
])
type Body = z.infer<typeof Body>

const NOTHING = { purpose: [], value: undefined, attribute: undefined, mention: undefined }

const Agent = z.union([
  z.string().transform(id => ({ id, name: undefined, nickname: undefined })),
  z.object({ id: z.string().optional(), name: z.string().optional(), nickname: z.string().optional() }),
])

const Annotation = z.object({
  id: z.string().optional(),
  motivation: several(z.string()),
  creator: several(Agent),
  created: z.unknown().optional(),
  modified: z.unknown().optional(),
  body: several(Body),
  bodyValue: z.string().optional(),
  target: several(Target),
})

/** What an annotation says. */
export interface Statement extends ReadAnnotator {
  /** A UUID. */
  readonly id: string | undefined
  /** At least one. */
  readonly labels: readonly string[]
  readonly note: string
  /** By the ids of attributes. */
  readonly attributes: Readonly<Record<string, string>>
  /** By the ids of attributes; as they stand in the file. */
  readonly mentions: Readonly<Record<string, { readonly start: number; readonly end: number }>>
  readonly created: string | undefined
  readonly updated: string | undefined
  readonly targets: readonly Target[]
}

/** Reads an annotation. Throws a refusal (`unreadable`) that names the place where it is none. */
export function statementIn(given: unknown, place: string): Statement {
  const one = checked(given, place, Annotation)
  // A body without a purpose is there for what the annotation is there for.
  const bodies = one.body.map(body => (body.purpose.length > 0 ? body : { ...body, purpose: one.motivation }))
  const described = bodies.filter(body => body.attribute !== undefined)
  const others = bodies.filter(body => body.attribute === undefined)
  const notes = others.filter(body => !isTag(body)).flatMap(({ value }) => value ?? [])
  return {
    id: uuidIn(one.id),
    labels: labelsOf(others, one.motivation),
    note: [...notes, ...(one.bodyValue === undefined ? [] : [one.bodyValue])].join('\n\n'),
    attributes: Object.fromEntries(described.map(({ attribute = '', value = '' }) => [attribute, value])),
    mentions: Object.fromEntries(
      described.flatMap(({ attribute = '', mention }) => (mention ? [[attribute, mention]] : [])),
    ),
    ...annotatorIn(one.creator[0]),
    created: utcTime(one.created),
    updated: utcTime(one.modified),
    targets: one.target,
  }
}

const TAGGING = new Set(['tagging', 'classifying', 'identifying'])

const isTag = ({ purpose }: Body): boolean => purpose.some(one => TAGGING.has(one.replace(/^oa:/, '')))

/** The labels of Assay; else tags and concepts; where there is none, what the annotation is there for. */
function labelsOf(bodies: readonly Body[], motivation: readonly string[]): readonly string[] {
  const concepts = bodies.filter(isTag).flatMap(({ source }) => source ?? [])
  const own = concepts.flatMap(iri => labelIn(iri) ?? [])
  if (own.length > 0) return own
  const tags = bodies.filter(isTag).flatMap(({ value }) => value?.trim() || [])
  const labels = new Set([...tags, ...concepts.map(lastPart)])
  return labels.size > 0 ? [...labels] : [motivation[0]?.replace(/^oa:/, '') ?? 'highlighting']
}

/** What comes last in an IRI, for people to read. */
const lastPart = (iri: string): string => iri.split(/[/#:]/).findLast(part => part !== '') ?? iri

const annotatorIn = (agent: z.infer<typeof Agent> | undefined): ReadAnnotator => ({
  annotator: agent?.name || agent?.nickname || agent?.id,
  annotatorId: uuidIn(agent?.id),
})
