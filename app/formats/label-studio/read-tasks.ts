/** Reads tasks with their annotations. Predictions and drafts are no annotations: they stay where they are. */
import { z } from 'zod'
import { Refusal } from '../../failure.ts'
import { Judgement } from '../../model/review.ts'
import type { Range } from '../../text/range.ts'
import type { GivenFile } from '../format.ts'
import { checked, jsonRecord } from '../lines.ts'
import type { ReadAnnotation, ReadAnnotator, ReadArticle } from '../read-corpus.ts'
import { utcTime } from '../utc-time.ts'
import type { Config } from './config.ts'
import { type PlaceReader, placeReader } from './places.ts'
import { isRecordOfMin, tasksOfMin } from './read-min.ts'
import { attributesOf, type RegionResult, Result, regionResult } from './results.ts'

/** An account by its number, by its address, or described. */
const Person = z.union([
  z.int(),
  z.string(),
  z.object({
    id: z.int().nullish(),
    email: z.string().nullish(),
    first_name: z.string().nullish(),
    last_name: z.string().nullish(),
  }),
])

const By = { annotator: z.string().optional(), annotator_id: z.string().optional() }
const Place = z.object({ start: z.int(), end: z.int() })

const TaskAnnotation = z.object({
  result: z.array(Result),
  completed_by: Person.nullish(),
  was_cancelled: z.boolean().nullish(),
  /** What it was called before 1.0. */
  skipped: z.boolean().nullish(),
  created_at: z.unknown().optional(),
  updated_at: z.unknown().optional(),
})
type TaskAnnotation = z.infer<typeof TaskAnnotation>

const Task = z.object({
  data: z.record(z.string(), z.unknown()),
  annotations: z.array(TaskAnnotation).optional(),
  completions: z.array(TaskAnnotation).optional(),
  meta: z
    .object({
      assay: z
        .object({
          sentences: z.array(Place).optional(),
          reviews: z
            .array(Place.extend({ ...By, judgement: Judgement.optional(), at: z.string().optional() }))
            .default([]),
        })
        .optional(),
    })
    .nullish()
    .catch(undefined),
})
type Task = z.infer<typeof Task>

/** The articles of the tasks in these files, of JSON or JSON-MIN. */
export function* articlesOf(files: readonly GivenFile[], config: Config): Generator<ReadArticle> {
  for (const file of files) {
    const records = [jsonRecord(file.text(), file.path, z.unknown())].flat()
    const min = isRecordOfMin(records[0])
    const tasks = min ? tasksOfMin(records, file.path, config) : records
    let number = 0
    for (const task of tasks) {
      const place = `Task ${++number} of ${file.path}`
      yield articleOf(checked(task, place, Task), place, config)
    }
  }
}

function articleOf(
  { data, annotations, completions, meta }: Task,
  place: string,
  config: Config,
): ReadArticle {
  const text = textOf(data, place, config)
  const places = placeReader(text, place)
  const own = meta?.assay
  return {
    text,
    metadata: Object.fromEntries(
      METADATA.flatMap(field => (typeof data[field] === 'string' ? [[field, data[field]]] : [])),
    ),
    ...(own?.sentences ? { sentences: own.sentences.map(one => places(one)) } : {}),
    annotations: (annotations ?? completions ?? [])
      .filter(one => !one.was_cancelled && !one.skipped)
      .flatMap(one => annotationsOf(one, text, places, place)),
    reviews: (own?.reviews ?? []).map(({ annotator_id, ...one }) => ({
      ...one,
      ...places(one),
      annotatorId: annotator_id,
    })),
  }
}

const METADATA = ['title', 'source', 'author', 'url', 'published', 'language']

/** The field that the configuration names, else `text`, else the longest text that there is. */
function textOf(data: Task['data'], place: string, { textField }: Config): string {
  const named = data[textField ?? 'text']
  if (typeof named === 'string') return named
  const longest = Object.values(data)
    .filter(value => typeof value === 'string')
    .reduce((longest, value) => (value.length > longest.length ? value : longest), '')
  if (textField === undefined && longest !== '' && !/^(?:https?:\/|\/data)\/\S*$/.test(longest))
    return longest
  throw new Refusal(
    'unreadable',
    `${place} has no text${textField ? ` in “${textField}”` : ''}. Assay reads tasks that have their text in the file.`,
  )
}

function annotationsOf(
  one: TaskAnnotation,
  text: string,
  places: PlaceReader,
  place: string,
): ReadAnnotation[] {
  const results = one.result.flatMap(result => regionResult(result, place))
  const common = {
    ...personOf(one.completed_by),
    // Before 1.0 they were seconds, which are left out.
    created: utcTime(one.created_at),
    updated: utcTime(one.updated_at),
  }
  const ofRegions = results.filter(({ range }) => range)
  const ofText = results.filter(({ range }) => !range)
  const regions = Map.groupBy(ofRegions, ({ id, range }) => id ?? `${range?.start}-${range?.end}`)
  // What is chosen for the text as a whole is its label; what is written about it, an attribute of that.
  const whole = { ...common, start: 0, end: text.length, attributes: attributesOf(ofText, false) }
  const ofWhole = ofText.flatMap(({ choices }) => choices).map(label => ({ ...whole, label }))
  return [...[...regions.values()].flatMap(region => regionOf(region, places, common)), ...ofWhole]
}

/** An annotation for each label of a region; the first has the region's id. */
function regionOf(
  results: readonly RegionResult[],
  places: PlaceReader,
  common: Partial<ReadAnnotation>,
): ReadAnnotation[] {
  const attributes = attributesOf(results, true)
  // The editor repeats what it knows of a region beside each answer.
  const note = [...new Set(results.flatMap(({ notes }) => notes))].join('\n')
  return results
    .flatMap(result => result.labels.map(label => ({ ...result, label })))
    .flatMap(({ id, label, range, quote, own }, index) => {
      if (!range) return []
      const { annotator_id, mentions = {}, attributes: others, ...rest } = own ?? {}
      return [
        {
          ...common,
          ...rest,
          ...(index === 0 && isUuid(id) ? { id } : {}),
          ...(annotator_id === undefined ? {} : { annotatorId: annotator_id }),
          ...places(range, quote),
          label,
          attributes: { ...attributes, ...others },
          mentions: Object.fromEntries(
            Object.entries(mentions).map(([key, mention]): [string, Range] => [key, places(mention)]),
          ),
          note,
        },
      ]
    })
}

const isUuid = (id: string | undefined): boolean => z.uuid().safeParse(id).success

/** The email address, else the name, else the number of the account. */
function personOf(person: z.infer<typeof Person> | null | undefined): ReadAnnotator {
  if (person === null || person === undefined) return {}
  if (typeof person === 'string') return { annotator: person }
  if (typeof person === 'number') return { annotator: `user ${person}` }
  const name = `${person.first_name ?? ''} ${person.last_name ?? ''}`.trim()
  return { annotator: person.email || name || `user ${person.id ?? 'unknown'}` }
}
