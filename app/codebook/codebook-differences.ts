/** What tells one codebook from another, for people to read. */

import { canonical } from '../model/canonical.ts'
import type { Codebook } from '../model/codebook.ts'

/** A field that says something else than before, both as text: lists a line each, `yes` or `no`, names of labels. */
export interface FieldDifference {
  readonly field: DifferentField
  readonly before: string
  readonly after: string
}

export interface Difference {
  readonly of: 'label' | 'attribute'
  /** Empty where it is the order of all that differs. */
  readonly id: string
  readonly name: string
  readonly change: 'added' | 'removed' | 'retired' | 'brought-back' | 'merged' | 'changed' | 'reordered'
  /** What is new of it: all that is not as in a new one where it was added. */
  readonly fields: readonly FieldDifference[]
}

const LABEL_FIELDS = [
  'name',
  'summary',
  'definition',
  'inclusion',
  'exclusion',
  'examples',
  'counterexamples',
  'colour',
  'key',
  'parent',
  'exclusive',
  'successor',
] as const

const ATTRIBUTE_FIELDS = [
  'name',
  'definition',
  'type',
  'choices',
  'labels',
  'required',
  'preset',
  'condition',
] as const

/** All that a label or an attribute says, field by field, as text. */
export function fieldTexts(
  of: Difference['of'],
  entry: Entry,
  codebook: Codebook,
): { readonly field: DifferentField; readonly text: string }[] {
  const values = new Map(Object.entries(entry))
  const fields = of === 'label' ? LABEL_FIELDS : ATTRIBUTE_FIELDS
  return fields.map(field => ({ field, text: shownAs(values.get(field), field, codebook) }))
}

/** The differences in the order of the later codebook, what is gone last. Empty where both say the same. */
export function codebookDifferences(before: Codebook, after: Codebook): Difference[] {
  return [
    ...differences('label', LABEL_FIELDS, before, after),
    ...differences('attribute', ATTRIBUTE_FIELDS, before, after),
  ]
}

export type DifferentField = (typeof LABEL_FIELDS)[number] | (typeof ATTRIBUTE_FIELDS)[number]

type Entry = Codebook['labels'][number] | Codebook['attributes'][number]

function differences(
  of: Difference['of'],
  fields: readonly DifferentField[],
  before: Codebook,
  after: Codebook,
): Difference[] {
  const [old, now]: [readonly Entry[], readonly Entry[]] =
    of === 'label' ? [before.labels, after.labels] : [before.attributes, after.attributes]
  const oldById = new Map<string, Entry>(old.map(one => [one.id, one]))
  const nowIds = new Set<string>(now.map(one => one.id))
  const changed = now.flatMap((entry): Difference[] => {
    const was = oldById.get(entry.id)
    const found = fieldDifferences(fields, was, entry, before, after)
    const change = changeOf(was, entry)
    if (change === 'changed' && found.length === 0) return []
    return [{ of, id: entry.id, name: entry.name, change, fields: found }]
  })
  const removed = old
    .filter(one => !nowIds.has(one.id))
    .map(({ id, name }): Difference => ({ of, id, name, change: 'removed', fields: [] }))
  const kept = (all: readonly Entry[]) =>
    all.map(one => one.id).filter(id => oldById.has(id) && nowIds.has(id))
  const reordered: Difference[] =
    kept(old).join() === kept(now).join() ? [] : [{ of, id: '', name: '', change: 'reordered', fields: [] }]
  return [...changed, ...removed, ...reordered]
}

function changeOf(was: Entry | undefined, now: Entry): Difference['change'] {
  if (!was) return 'added'
  if (!('retired' in now) || !('retired' in was)) return 'changed'
  if (now.successor !== null && now.successor !== was.successor) return 'merged'
  if (now.retired !== was.retired) return now.retired ? 'retired' : 'brought-back'
  return 'changed'
}

function fieldDifferences(
  fields: readonly DifferentField[],
  was: Entry | undefined,
  now: Entry,
  before: Codebook,
  after: Codebook,
): FieldDifference[] {
  const value = (entry: Entry | undefined, field: string): unknown =>
    entry && Object.entries(entry).find(([name]) => name === field)?.[1]
  return fields.flatMap(field => {
    const [old, next] = [value(was, field), value(now, field)]
    if (was && canonical(old ?? null) === canonical(next ?? null)) return []
    const shown = { before: was ? shownAs(old, field, before) : '', after: shownAs(next, field, after) }
    const unremarkable = !was && (shown.after === '' || shown.after === 'no' || field === 'name')
    return unremarkable ? [] : [{ field, ...shown }]
  })
}

/** A value of a field as text. */
function shownAs(value: unknown, field: string, { labels, attributes }: Codebook): string {
  const labelName = (id: unknown) => labels.find(one => one.id === id)?.name ?? String(id)
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value))
    return value.map(one => (field === 'labels' ? labelName(one) : String(one))).join('\n')
  if (field === 'parent' || field === 'successor') return labelName(value)
  if (typeof value === 'object' && 'attribute' in value && 'values' in value) {
    const name = attributes.find(one => one.id === value.attribute)?.name ?? String(value.attribute)
    return `${name}: ${Array.isArray(value.values) ? value.values.join(', ') : ''}`
  }
  return String(value)
}
