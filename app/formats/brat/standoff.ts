/** An article's `.ann`: for each annotation its text-bound line, its attributes and its notes. */
import type { Annotation } from '../../model/annotation.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import { type Range, sameRange } from '../../text/range.ts'
import type { AnnotatedArticle } from '../corpus.ts'
import type { AssayNote } from './assay-note.ts'
import { onOneLine } from './names.ts'
import { spansOf, textOf } from './spans.ts'
import { ANNOTATOR, ASSAY_NOTE, type Vocabulary } from './vocabulary.ts'

/** The lines of all annotations of an article. Empty for none: without the file, brat shows no text. */
export function standoffOf({ text, annotations }: AnnotatedArticle, vocabulary: Vocabulary): string {
  const offsets = offsetMap(text)
  const lines: string[] = []
  let attributes = 0
  let notes = 0
  annotations.forEach((annotation, index) => {
    const id = `T${index + 1}`
    const spans = spansOf(text, annotation)
    const type = vocabulary.labels.get(annotation.label) ?? annotation.label
    const places = spans.map(
      ({ start, end }) => `${offsets.toCodePoints(start)} ${offsets.toCodePoints(end)}`,
    )
    lines.push(`${id}\t${type} ${places.join(';')}\t${textOf(text, spans)}`)
    for (const [attribute, value] of offered(annotation, vocabulary))
      lines.push(`A${++attributes}\t${attribute} ${id} ${value}`)
    const shownNote = onOneLine(annotation.note)
    if (shownNote !== '') lines.push(`#${++notes}\tAnnotatorNotes ${id}\t${shownNote}`)
    const assay = assayNote(annotation, spans, offsets, vocabulary)
    lines.push(`#${++notes}\t${ASSAY_NOTE} ${id}\t${jsonOnOneLine(assay)}`)
  })
  return lines.map(line => `${line}\n`).join('')
}

/** Who made it, and the values that brat can offer for a choice. */
function offered(
  { annotator, attributes }: Annotation,
  vocabulary: Vocabulary,
): (readonly [string, string])[] {
  const known = [...vocabulary.attributes].flatMap(([id, { type, values }]) => {
    const value = values.get(attributes[id] ?? '')
    return value === undefined ? [] : [[type, value] as const]
  })
  return [[ANNOTATOR, vocabulary.annotators.get(annotator) ?? annotator], ...known]
}

/** What the other lines cannot hold. */
function assayNote(
  annotation: Annotation,
  spans: readonly Range[],
  { toCodePoints }: OffsetMap,
  { attributes }: Vocabulary,
): AssayNote {
  const place = ({ start, end }: Range): [number, number] => [toCodePoints(start), toCodePoints(end)]
  const free = Object.entries(annotation.attributes).filter(
    // The key of a record of attributes is an attribute's id.
    ([id, value]) => !attributes.get(id as keyof typeof annotation.attributes)?.values.has(value),
  )
  const mentions = Object.entries(annotation.mentions)
  const outer = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
  return {
    id: annotation.id,
    created: annotation.created,
    updated: annotation.updated,
    ...(sameRange(outer, annotation) ? {} : { range: place(annotation) }),
    ...(free.length === 0 ? {} : { attributes: Object.fromEntries(free) }),
    ...(mentions.length === 0
      ? {}
      : { mentions: Object.fromEntries(mentions.map(([id, range]) => [id, place(range)])) }),
    ...(onOneLine(annotation.note) === annotation.note ? {} : { note: annotation.note }),
  }
}

/** JSON leaves these three as they are, and brat's reader would end the line there. */
const jsonOnOneLine = (value: object): string =>
  JSON.stringify(value).replace(
    /[\x85\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
