/** JSON-MIN: a record for each annotation, with the data and the answers side by side. */
import { z } from 'zod'
import { checked } from '../lines.ts'
import type { Config } from './config.ts'

const Fields = z.record(z.string(), z.unknown())
type Fields = z.infer<typeof Fields>

export const isRecordOfMin = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && 'annotation_id' in record && !('data' in record)

/** The records as tasks of the full form; those of one task, by its id, together. */
export function tasksOfMin(records: readonly unknown[], path: string, config: Config): object[] {
  const fields = records.map((record, index) => checked(record, `Record ${index + 1} of ${path}`, Fields))
  const tasks = Map.groupBy(fields, (record, index) => record.id ?? `record ${index}`)
  return [...tasks.values()].map(alike => {
    const split = alike.map(record => halvesOf(record, config))
    return {
      data: Object.fromEntries(split[0]?.data ?? []),
      annotations: alike.map(({ annotator, created_at, updated_at }, index) => ({
        result: split[index]?.answers.flatMap(([control, value]) =>
          [value].flat().flatMap(one => resultOf(control, one)),
        ),
        completed_by: typeof annotator === 'string' ? { email: annotator } : annotator,
        created_at,
        updated_at,
      })),
    }
  })
}

const ABOUT_ANNOTATION = new Set([
  'annotator',
  'annotation_id',
  'created_at',
  'updated_at',
  'lead_time',
  'agreement',
])

/**
 * The data of the task, and the answers. Where no configuration names these, they are what stands between `id` and
 * `annotator`: Label Studio writes the data first, then the id, then the answers.
 */
function halvesOf(record: Fields, { controls }: Config) {
  const entries = Object.entries(record)
  const id = entries.findIndex(([key]) => key === 'id')
  const annotator = entries.findIndex(([key]) => key === 'annotator')
  const isAnswer = ([key, value]: readonly [string, unknown], index: number) =>
    controls ? controls.has(key) : isRegions(value) || (id >= 0 && index > id && index < annotator)
  return {
    answers: entries.filter((entry, index) => !ABOUT_ANNOTATION.has(entry[0]) && isAnswer(entry, index)),
    data: entries.filter((entry, index) => !ABOUT_ANNOTATION.has(entry[0]) && !isAnswer(entry, index)),
  }
}

const isRegions = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one: unknown) => typeof one === 'object' && one !== null && 'start' in one)

/** Longer than any label: an answer that was written, not chosen. */
const LONGEST_CHOICE = 100

function resultOf(control: string, value: unknown): object[] {
  if (typeof value === 'string') {
    const chosen = value.length <= LONGEST_CHOICE && !value.includes('\n')
    return chosen
      ? [{ from_name: control, type: 'choices', value: { choices: [value] } }]
      : [{ from_name: control, type: 'textarea', value: { text: [value] } }]
  }
  if (typeof value !== 'object' || value === null) return []
  return [{ from_name: control, type: typeOf(value), value }]
}

/** The type of a result by the field that has its value. */
function typeOf(value: object): string {
  const labels = Object.keys(value).find(key => key.endsWith('labels'))
  if (labels) return labels
  return ['choices', 'number', 'rating', 'datetime', 'taxonomy'].find(key => key in value) ?? 'textarea'
}
