/** A source of REFI-QDA as an article. */
import { BETWEEN_CHOICES } from '../../model/attribute.ts'
import { AnnotationId, AnnotatorId } from '../../model/ids.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import { checkRange } from '../lines.ts'
import type { ReadAnnotation, ReadAnnotator, ReadArticle } from '../read-corpus.ts'
import { childrenOf, type ReadElement, textWithin } from '../xml.ts'
import { PLACE_OF } from './field-names.ts'
import { sameGuid } from './guid.ts'
import { readMemo } from './memo.ts'
import type { ReadCodes } from './read-codes.ts'
import { pairs, type SourceLayer } from './sentence-note.ts'
import { VARIABLES } from './variables.ts'

export interface Source {
  readonly guid: string
  readonly name: string
  /** That has the text and the selections. */
  readonly element: ReadElement
  /** That has the variables: the same, but for a PDF. */
  readonly about: ReadElement
  readonly text: string
  readonly layer?: SourceLayer
}

/** What a source refers to. */
export interface Project {
  readonly path: string
  /** Names by GUID. */
  readonly users: ReadonlyMap<string, string>
  readonly variables: ReadonlyMap<string, string>
  readonly codes: ReadCodes
  /** Of attributes, by what they are called in memos. */
  readonly attributeIds: ReadonlyMap<string, string>
  noteText(guid: string): string
  /** Whether positions take a CRLF for one character, as those of ATLAS.ti and QualCoder do. */
  readonly countsLineEndsOnce: boolean
}

/** @throws a refusal (`unreadable`) that names the line */
export function readSource(source: Source, project: Project): ReadArticle {
  const text = project.countsLineEndsOnce ? source.text.replaceAll('\r\n', '\n') : source.text
  const selections = childrenOf(source.element, 'PlainTextSelection')
  const offsets = offsetsOf(text, selections)
  const range = (start: number, end: number, place: string): Range => {
    checkRange(start, end, offsets.codePoints, place)
    return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) }
  }
  const read = selections.flatMap(one => readSelection(one, project, range, offsets))
  const whole = text === '' ? [] : wholeSelection(source.element, project, offsets)
  const place = `The note on sentences, ${source.guid}`
  // Another program may have changed the text; what was noted of it then holds no more.
  const layer = source.layer?.length === offsets.codePoints ? source.layer : undefined
  return {
    text,
    metadata: metadataOf(source, project),
    annotations: annotationsOf([...whole, ...read], project),
    ...(layer
      ? {
          sentences: pairs(layer.sentences).map(({ start, end }) => range(start, end, place)),
          reviews: layer.reviews.map(({ start, end, judgement, annotator, at }) => ({
            ...range(start, end, place),
            ...userOf(annotator, project),
            judgement,
            at,
          })),
        }
      : {}),
  }
}

/**
 * Positions count code points. Where one lies outside of the text, so counted, they count UTF-16 units, as
 * programs do whose strings are made of those.
 */
function offsetsOf(text: string, selections: readonly ReadElement[]): OffsetMap {
  const offsets = offsetMap(text)
  const same = (offset: number): number => offset
  return selections.some(one => Number(one.attributes.endPosition) > offsets.codePoints)
    ? { codePoints: text.length, toCodePoints: same, toUtf16: same }
    : offsets
}

/** A range with what is said of it. */
interface Selection extends Range, ReadAnnotator {
  readonly id: string | undefined
  /** Each with the GUID of its coding. */
  readonly labels: readonly { readonly label: string; readonly guid: string | undefined }[]
  /** Of attributes, by their ids. */
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly attributes: Readonly<Record<string, string>>
  readonly mentions: Readonly<Record<string, Range>>
  readonly note: string
  readonly created: string | undefined
  readonly updated: string | undefined
}

type ToRange = (start: number, end: number, place: string) => Range

function readSelection(
  element: ReadElement,
  project: Project,
  range: ToRange,
  offsets: OffsetMap,
): Selection[] {
  const { startPosition, endPosition, guid } = element.attributes
  // ATLAS.ti writes selections without length, which nothing can be said of here.
  if (startPosition === endPosition) return []
  const place = `${project.path}, line ${element.line}`
  return [
    {
      ...range(position(startPosition), position(endPosition), place),
      ...saidOf(element, project, offsets),
      id: uuid(guid),
    },
  ]
}

/** The codes of a whole source are those of all its text. Its description is about the source, so it is no note. */
function wholeSelection(source: ReadElement, project: Project, offsets: OffsetMap): Selection[] {
  if (childrenOf(source, 'Coding').length === 0) return []
  const end = offsets.toUtf16(offsets.codePoints)
  return [{ ...saidOf(source, project, offsets), start: 0, end, id: undefined, note: '' }]
}

/** What codings, memo, notes and attributes of an element say. */
function saidOf(
  element: ReadElement,
  project: Project,
  offsets: OffsetMap,
): Omit<Selection, 'start' | 'end' | 'id'> {
  const codings = childrenOf(element, 'Coding')
  const [description] = childrenOf(element, 'Description')
  const { prose, fields } = readMemo(description ? textWithin(description) : '')
  const notes = [element, ...codings]
    .flatMap(one => childrenOf(one, 'NoteRef'))
    .map(({ attributes }) => project.noteText(sameGuid(attributes.targetGUID ?? '')).trim())
  const { creatingUser, modifyingUser, creationDateTime, modifiedDateTime } = element.attributes
  const user = creatingUser || modifyingUser || codings[0]?.attributes.creatingUser
  const created = instant(creationDateTime ?? codings[0]?.attributes.creationDateTime)
  return {
    ...codesOf(codings, project.codes),
    ...fieldsOf(fields, project.attributeIds, offsets),
    note: [...new Set([prose, ...notes])].filter(Boolean).join('\n\n'),
    ...(user ? userOf(user, project) : {}),
    created,
    updated: instant(modifiedDateTime) ?? created,
  }
}

/** What the codes of a selection mean. Those that are no codes, such as cases in NVivo, mean nothing here. */
function codesOf(
  codings: readonly ReadElement[],
  { meanings }: ReadCodes,
): Pick<Selection, 'labels' | 'values'> {
  const labels: Selection['labels'][number][] = []
  const values = new Map<string, string[]>()
  for (const coding of codings) {
    for (const { attributes } of childrenOf(coding, 'CodeRef')) {
      const meaning = meanings.get(sameGuid(attributes.targetGUID ?? ''))
      if (meaning?.kind === 'label') labels.push({ label: meaning.label, guid: uuid(coding.attributes.guid) })
      else if (meaning)
        values.set(meaning.attribute, [...(values.get(meaning.attribute) ?? []), meaning.value])
    }
  }
  return { labels, values }
}

/** The attributes and their places that the fields of a memo name. A place that an edit has broken is left out. */
function fieldsOf(
  fields: ReturnType<typeof readMemo>['fields'],
  ids: Project['attributeIds'],
  { codePoints, toUtf16 }: OffsetMap,
): Pick<Selection, 'attributes' | 'mentions'> {
  const values: [string, string][] = []
  const mentions: [string, Range][] = []
  for (const [name, value] of fields) {
    const of = name.startsWith(PLACE_OF) ? name.slice(PLACE_OF.length) : undefined
    if (of === undefined) values.push([ids.get(name) ?? name, value])
    else {
      const [start = 0, end = 0] = (/^(\d+)-(\d+)$/.exec(value.trim()) ?? []).slice(1).map(Number)
      if (start < end && end <= codePoints) {
        mentions.push([ids.get(of) ?? of, { start: toUtf16(start), end: toUtf16(end) }])
      }
    }
  }
  return { attributes: Object.fromEntries(values), mentions: Object.fromEntries(mentions) }
}

/**
 * An annotation for each label of each selection. Selections without a label give their note and the values of
 * their codes to the annotations on the same range by the same person, as QualCoder divides ours, and f4 its memos.
 */
function annotationsOf(selections: readonly Selection[], { codes }: Project): ReadAnnotation[] {
  const key = ({ start, end, annotatorId }: Selection): string => `${start} ${end} ${annotatorId}`
  const loose = Map.groupBy(
    selections.filter(one => one.labels.length === 0),
    key,
  )
  return selections.flatMap(one => {
    const { labels, values: _, id, ...said } = one
    const others = loose.get(key(one)) ?? []
    return labels.map(({ label, guid }, index) => ({
      ...said,
      label,
      id: index === 0 ? (id ?? guid) : guid,
      attributes: {
        ...Object.fromEntries([one, ...others].flatMap(({ values }) => choicesFor(label, values, codes))),
        ...said.attributes,
      },
      note: said.note || (others.find(({ note }) => note !== '')?.note ?? ''),
    }))
  })
}

/** The values of choices among the codes of a selection, for the attributes that a label has. */
const choicesFor = (
  label: string,
  values: Selection['values'],
  { attributes }: ReadCodes,
): (readonly [string, string])[] =>
  [...values].flatMap(([id, chosen]) => {
    const { labels = [], type } = attributes.find(one => one.id === id) ?? {}
    if (labels.length > 0 && !labels.includes(label)) return []
    return [[id, type === 'choices' ? chosen.join(BETWEEN_CHOICES) : (chosen[0] ?? '')] as const]
  })

/** The title, and the variables of ours, by whatever GUIDs they have. */
function metadataOf({ name, about }: Source, { variables }: Project): ReadArticle['metadata'] {
  const values = childrenOf(about, 'VariableValue').flatMap(element => {
    const [reference, value] = childrenOf(element)
    const variable = variables.get(sameGuid(reference?.attributes.targetGUID ?? ''))?.toLowerCase()
    const ours = VARIABLES.find(([one]) => one.toLowerCase() === variable)
    return ours && value ? [[ours[1], textWithin(value)] as const] : []
  })
  return { title: name, ...Object.fromEntries(values) }
}

function userOf(given: string, { users }: Project): ReadAnnotator {
  const guid = sameGuid(given)
  return { annotator: users.get(guid), annotatorId: AnnotatorId.safeParse(guid).success ? guid : undefined }
}

const uuid = (guid: string | undefined): string | undefined =>
  guid === undefined ? undefined : AnnotationId.safeParse(sameGuid(guid)).data

/** What is no position is NaN, which no range has. */
const position = (given: string | undefined): number =>
  /^\d+$/.test(given ?? '') ? Number(given) : Number.NaN

/** A date and time in UTC; one without a zone is taken for that. Undefined for what is none. */
function instant(given: string | undefined): string | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/.exec(given ?? '')
  if (!match || Number.isNaN(Date.parse(`${match[1]}${match[2] ?? 'Z'}`))) return undefined
  return match[2] === 'Z' ? given : new Date(`${match[1]}${match[2] ?? 'Z'}`).toISOString()
}
