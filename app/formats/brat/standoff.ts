/** An article's `.ann`: for each annotation its text-bound line, its attributes and its notes. */
import type { Annotation } from '../../model/annotation.ts'
import type { AttributeId } from '../../model/ids.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle } from '../corpus.ts'
import type { AssayNote } from './assay-note.ts'
import { onOneLine } from './one-line.ts'
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
    const { offered, free } = valuesOf(annotation, vocabulary)
    const annotator = vocabulary.annotators.get(annotation.annotator) ?? annotation.annotator
    lines.push(`A${++attributes}\t${ANNOTATOR} ${id} ${annotator}`)
    for (const [attribute, value] of offered) lines.push(`A${++attributes}\t${attribute} ${id} ${value}`)
    const shownNote = onOneLine(annotation.note)
    if (shownNote !== '') lines.push(`#${++notes}\tAnnotatorNotes ${id}\t${shownNote}`)
    const assay = assayNote(annotation, spans, offsets, free)
    lines.push(`#${++notes}\t${ASSAY_NOTE} ${id}\t${jsonOnOneLine(assay)}`)
  })
  return lines.map(line => `${line}\n`).join('')
}

/** The values of an annotation: those that brat offers for a choice, by its names, and the others. */
function valuesOf({ attributes }: Annotation, vocabulary: Vocabulary) {
  const offered: [type: string, value: string][] = []
  const free: [id: string, value: string][] = []
  for (const [id, value] of Object.entries(attributes)) {
    // The keys of a record of values are ids of attributes.
    const terms = vocabulary.attributes.get(id as AttributeId)
    const name = terms?.values.get(value)
    if (terms && name !== undefined) offered.push([terms.type, name])
    else free.push([id, value])
  }
  return { offered, free }
}

/** What the other lines cannot hold. */
function assayNote(
  annotation: Annotation,
  spans: readonly Range[],
  { toCodePoints }: OffsetMap,
  free: readonly (readonly [string, string])[],
): AssayNote {
  const { id, created, updated, note } = annotation
  const place = ({ start, end }: Range): [number, number] => [toCodePoints(start), toCodePoints(end)]
  const mentions = Object.entries(annotation.mentions).map(([key, range]) => [key, place(range)] as const)
  const whole = spans[0]?.start === annotation.start && spans.at(-1)?.end === annotation.end
  const assay: AssayNote = { id, created, updated }
  if (!whole) assay.range = place(annotation)
  if (free.length > 0) assay.attributes = Object.fromEntries(free)
  if (mentions.length > 0) assay.mentions = Object.fromEntries(mentions)
  if (note !== '' && onOneLine(note) !== note) assay.note = note
  return assay
}

/** JSON leaves these three as they are, and brat's reader would end the line there. */
const jsonOnOneLine = (value: object): string =>
  JSON.stringify(value).replace(
    /[\x85\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
