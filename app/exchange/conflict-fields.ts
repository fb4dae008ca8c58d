/** What versions of a record that contradict one another say, field by field, as text for people. */
import { type DifferentField, fieldTexts } from '../codebook/codebook-differences.ts'
import { assertNever } from '../failure.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Decision } from '../model/decision.ts'
import type { LabelId } from '../model/ids.ts'
import { type Kind, type KindedRecord, ofKind, type Records } from '../model/record.ts'
import { type Range, sameRange } from '../text/range.ts'
import type { Version } from './version.ts'

const METADATA = ['title', 'source', 'author', 'url', 'published', 'language'] as const

export type ConflictFieldName =
  | DifferentField
  | (typeof METADATA)[number]
  | 'retired'
  | 'position'
  /** Of an annotation: what it stands on, its note, the value of an attribute, and where that is mentioned. */
  | 'label'
  | 'place'
  | 'note'
  | 'value'
  | 'mention'
  /** Of the guideline. */
  | 'text'
  /** The sentences around what differs, a line each. */
  | 'sentences'
  | 'judgement'
  /** What a decision gives a sentence, and how and why. */
  | 'given'
  | 'choice'
  | 'cause'
  | 'reason'

/** A field in which the versions differ. */
export interface ConflictField {
  readonly field: ConflictFieldName
  /** The attribute whose value or mention it is; else empty. */
  readonly of: string
  /** What each version says, in their order; empty where it says nothing, or is deleted. */
  readonly values: readonly string[]
}

/** What is needed to put values into words. */
export interface ConflictContext {
  readonly codebook: Codebook
  /** Of the article that the record is about; empty where it is about none. */
  readonly text: string
}

interface Said {
  readonly field: ConflictFieldName
  readonly of?: string
  readonly text: string
}

/** The fields in which versions of a record differ; where one is deleted, all that the others say. */
export function conflictFields<K extends Kind>(
  kind: K,
  versions: readonly Version<K>[],
  context: ConflictContext,
): ConflictField[] {
  const said = versions.map(version =>
    version.deleted ? [] : saidBy(ofKind(kind, version.record), versions, context),
  )
  const keys = new Map(said.flat().map(({ field, of = '' }) => [`${field}/${of}`, { field, of }]))
  return Array.from(keys.values(), ({ field, of }) => ({
    field,
    of,
    values: said.map(one => one.find(it => it.field === field && (it.of ?? '') === of)?.text ?? ''),
  })).filter(({ values }) => values.some(value => value !== values[0]))
}

function saidBy(
  { kind, record }: KindedRecord,
  versions: readonly Version[],
  context: ConflictContext,
): Said[] {
  const { codebook, text } = context
  switch (kind) {
    case 'project':
    case 'annotator':
    case 'edition':
    case 'membership':
    case 'dealing':
    case 'identity':
      return []
    case 'guideline':
      return [{ field: 'text', text: record.text }]
    case 'article':
      return METADATA.map(field => ({ field, text: record[field] }))
    case 'label':
      return [
        ...fieldTexts('label', record, codebook),
        { field: 'retired', text: record.retired ? 'yes' : 'no' },
        { field: 'position', text: String(record.position + 1) },
      ]
    case 'attribute':
      return [
        ...fieldTexts('attribute', record, codebook),
        { field: 'position', text: String(record.position + 1) },
      ]
    case 'collection':
      return [{ field: 'name', text: record.name }]
    case 'segmentation':
      // All versions of a record are of its kind.
      return [sentencesAround(record, versions as readonly Version<'segmentation'>[], text)]
    case 'annotation':
      return saidByAnnotation(record, context)
    case 'review':
      return [{ field: 'judgement', text: record.judgement }]
    case 'decision':
      return saidByDecision(record, codebook)
    default:
      return assertNever(kind)
  }
}

const labelName = ({ labels }: Codebook, id: LabelId): string => labels.find(one => one.id === id)?.name ?? id

function saidByAnnotation(
  { label, start, end, note, attributes, mentions }: Records['annotation'],
  { codebook, text }: ConflictContext,
): Said[] {
  const attributeName = (id: string) => codebook.attributes.find(one => one.id === id)?.name ?? id
  return [
    { field: 'label', text: labelName(codebook, label) },
    { field: 'place', text: text.slice(start, end) },
    { field: 'note', text: note },
    ...Object.entries(attributes).map(
      ([id, value]): Said => ({ field: 'value', of: attributeName(id), text: value }),
    ),
    ...Object.entries(mentions).map(
      ([id, place]): Said => ({
        field: 'mention',
        of: attributeName(id),
        text: text.slice(place.start, place.end),
      }),
    ),
  ]
}

const saidByDecision = ({ choice, labels, cause, reason }: Decision, codebook: Codebook): Said[] => [
  { field: 'given', text: labels.map(id => labelName(codebook, id)).join('\n') },
  { field: 'choice', text: choice },
  { field: 'cause', text: cause },
  { field: 'reason', text: reason },
]

/** Sentences that are told of each version, and UTF-16 units of each. */
const MOST = 30
const LONGEST = 300

function sentencesAround(
  { sentences }: Records['segmentation'],
  versions: readonly Version<'segmentation'>[],
  text: string,
): Said {
  const around = differingStretch(versions)
  const there = sentences.filter(({ start, end }) => start < around.end && end > around.start)
  const lines = there.slice(0, MOST).map(({ start, end }) => oneLine(text.slice(start, end)))
  return { field: 'sentences', text: [...lines, ...(there.length > MOST ? ['…'] : [])].join('\n') }
}

function oneLine(sentence: string): string {
  const plain = sentence.replace(/\s+/g, ' ')
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)} …` : plain
}

/** The stretch of text outside of which all versions divide it alike; UTF-16 units. */
export function differingStretch(versions: readonly Version<'segmentation'>[]): Range {
  const all = versions.filter(({ deleted }) => !deleted).map(({ record }) => record.sentences)
  const [first = [], ...others] = all
  let before = 0
  while (before < first.length && others.every(one => sameAt(one[before], first[before]))) before++
  let after = 0
  while (
    after < first.length - before &&
    others.every(one => one.length - after > before && sameAt(one.at(-1 - after), first.at(-1 - after)))
  )
    after++
  const differing = all.flatMap(one => one.slice(before, one.length - after))
  return {
    start: Math.min(...differing.map(({ start }) => start), Number.POSITIVE_INFINITY),
    end: Math.max(...differing.map(({ end }) => end), 0),
  }
}

const sameAt = (a: Range | undefined, b: Range | undefined): boolean => !!a && !!b && sameRange(a, b)
