/** The results of an annotation: regions, and answers about a region or about the whole text. */
import { z } from 'zod'
import { Refusal } from '../../failure.ts'
import { BETWEEN_CHOICES } from '../../model/attribute.ts'
import type { Range } from '../../text/range.ts'
import { attributeId, NOTE } from './config.ts'

const texts = z.union([z.string().transform(one => [one]), z.array(z.string())])
/** A choice, or the way to it where choices nest. */
const choice = z.union([z.string(), z.array(z.string()).transform(path => path.at(-1) ?? '')])
const Place = z.object({ start: z.int(), end: z.int() })

/** What Assay itself wrote of an annotation. */
const Own = z.object({
  annotator: z.string().optional(),
  annotator_id: z.string().optional(),
  created: z.string().optional(),
  updated: z.string().optional(),
  mentions: z.record(z.string(), Place).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
})

export const Result = z.object({
  id: z.string().nullish(),
  type: z.string(),
  from_name: z.string().default(''),
  value: z
    .object({
      start: z.union([z.number(), z.string()]).nullish(),
      end: z.union([z.number(), z.string()]).nullish(),
      text: z.union([z.string(), z.array(z.string())]).nullish(),
      labels: z.array(z.string()).default([]),
      choices: z.array(choice).default([]),
      taxonomy: z.array(z.array(z.string())).default([]),
      number: z.number().nullish(),
      rating: z.number().nullish(),
      datetime: texts.nullish(),
    })
    .nullish(),
  meta: z.object({ text: texts.optional(), assay: Own.optional() }).nullish().catch(undefined),
})
export type Result = z.infer<typeof Result>

/** A result, as it is read. */
export interface RegionResult {
  readonly id: string | undefined
  readonly control: string
  /** As it stands in the file; undefined for what is said of the whole text. */
  readonly range: Range | undefined
  /** The text of the region, as the file has it. */
  readonly quote: string | undefined
  readonly labels: readonly string[]
  readonly choices: readonly string[]
  /** What is answered beside choices. */
  readonly answers: readonly string[]
  /** What is written in the field for notes, or among the region's meta information. */
  readonly notes: readonly string[]
  readonly own: z.infer<typeof Own> | undefined
}

const READ = new Set(['labels', 'choices', 'textarea', 'number', 'rating', 'datetime', 'taxonomy'])

/**
 * Reads a result; empty for relations, which have no place in Assay. Throws a refusal (`unreadable`) for regions of
 * what is no plain text.
 *
 * @param place what a refusal calls the task
 */
export function regionResult({ id, type, from_name, value, meta }: Result, place: string): RegionResult[] {
  if (type === 'relation' || !value) return []
  if (!READ.has(type)) throw notText(place, `results of type “${type}”`)
  const { start, end, text, labels, choices, taxonomy, number, rating, datetime } = value
  const placed = type === 'labels' || typeof start === 'number' || typeof start === 'string'
  if (placed && !(Number.isInteger(start) && Number.isInteger(end)))
    throw notText(place, typeof start === 'string' ? 'regions in HTML' : 'regions without offsets')
  const written = type === 'textarea' ? [text ?? []].flat() : []
  const isNote = from_name === NOTE
  return [
    {
      id: id ?? undefined,
      control: from_name,
      range: placed ? { start: Number(start), end: Number(end) } : undefined,
      quote: type !== 'textarea' && typeof text === 'string' ? text : undefined,
      labels,
      choices,
      answers: [
        ...(isNote ? [] : written),
        ...taxonomy.map(path => path.join(' > ')),
        ...[number, rating].filter(one => typeof one === 'number').map(String),
        ...(datetime ?? []),
      ],
      notes: [...(isNote ? written : []), ...(meta?.text ?? [])],
      own: meta?.assay,
    },
  ]
}

/** The answers as attributes, by their controls; choices among them only if asked for. */
export const attributesOf = (
  results: readonly RegionResult[],
  withChoices: boolean,
): Record<string, string> =>
  Object.fromEntries(
    results.flatMap(({ control, choices, answers }): [string, string][] => {
      const value = answers.length > 0 ? answers.join('\n') : withChoices ? choices.join(BETWEEN_CHOICES) : ''
      return value === '' ? [] : [[attributeId(control), value]]
    }),
  )

const notText = (place: string, what: string): Refusal =>
  new Refusal(
    'unreadable',
    `${place} has ${what}: only tasks of plain text can be read, with the tag Text in their labeling configuration.`,
  )
