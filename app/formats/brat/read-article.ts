/** An article of brat: a text and the annotations beside it. */
import type { Range } from '../../text/range.ts'
import type { GivenFile } from '../format.ts'
import { checkRange, jsonRecord } from '../lines.ts'
import { onOneLine } from '../one-line.ts'
import type { ReadAnnotation, ReadArticle } from '../read-corpus.ts'
import { countedText } from './counted-text.ts'
import { isBlank } from './fragments.ts'
import { AnnotationNote, ArticleNote } from './notes.ts'
import type { Conf } from './read-conf.ts'
import { linesIn } from './read-lines.ts'

/** @throws a refusal (`unreadable`) that names the line */
export function articleOf(name: string, file: GivenFile, ann: GivenFile, conf: Conf): ReadArticle {
  const { spans, values, notes, own, article } = linesIn(ann)
  const { text, length, toUtf16 } = countedText(file, spans.values())
  const range = ([start, end]: readonly [number, number], place: string): Range => {
    checkRange(start, end, length, place)
    return { start: toUtf16(start), end: toUtf16(end) }
  }
  const noteOf = (id: string) => {
    const note = own.get(id)
    return note ? jsonRecord(note.json, note.place, AnnotationNote) : undefined
  }
  /** What there is beside range and label. */
  const restOf = (id: string, note: AnnotationNote | undefined, place: string): Partial<ReadAnnotation> => {
    const written = (notes.get(id) ?? []).join('\n')
    const { id: known, annotator, annotatorId, created, updated, attributes = {}, mentions = {} } = note ?? {}
    // Unless somebody has changed it in brat, who has one line of it there.
    const exact = note?.note !== undefined && (note.type !== undefined || onOneLine(note.note) === written)
    const lines = (values.get(id) ?? []).map(({ type, value }): [string, string] => {
      const attribute = conf.attributes.get(type)
      return [attribute?.id ?? type, attribute?.valueOf.get(value) ?? value]
    })
    return {
      ...{ id: known, annotator, annotatorId, created, updated },
      ...{
        note: exact ? note.note : written,
        attributes: Object.fromEntries([...Object.entries(attributes), ...lines]),
      },
      mentions: Object.fromEntries(Object.entries(mentions).map(([key, one]) => [key, range(one, place)])),
    }
  }
  const labelOf = (type: string) => conf.labels.get(type)?.id ?? type

  const annotations: ReadAnnotation[] = []
  for (const [id, { type, start, end, place }] of spans) {
    // Of no width: it stands on nothing that could be read.
    if (start === end) continue
    const note = noteOf(id)
    const drawn = range([start, end], place)
    const given = note?.range && range(note.range, place)
    annotations.push({
      ...restOf(id, note, place),
      ...(given && isDrawnAs(given, drawn, text) ? given : drawn),
      label: labelOf(type),
    })
  }
  for (const [id, { place }] of own) {
    const note = id.startsWith('#') ? noteOf(id) : undefined
    if (!note?.range || note.type === undefined) continue
    annotations.push({ ...restOf(id, note, place), ...range(note.range, place), label: labelOf(note.type) })
  }
  const {
    sentences,
    reviews = [],
    ...metadata
  } = article ? jsonRecord(article.json, article.place, ArticleNote) : { title: name, sentences: undefined }
  const at = article?.place ?? ann.path
  return {
    text,
    metadata,
    ...(sentences ? { sentences: sentences.map(one => range(one, at)) } : {}),
    annotations,
    reviews: reviews.map(({ range: where, ...one }) => ({ ...one, ...range(where, at) })),
  }
}

/** Whether a range is but for blank space the one that brat has; it is not where somebody has moved the annotation. */
const isDrawnAs = (given: Range, drawn: Range, text: string): boolean =>
  given.start <= drawn.start &&
  drawn.end <= given.end &&
  isBlank(text.slice(given.start, drawn.start)) &&
  isBlank(text.slice(drawn.end, given.end))
