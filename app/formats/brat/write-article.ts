import type { Annotation } from '../../model/annotation.ts'
import type { AnnotatorId } from '../../model/ids.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle } from '../corpus.ts'
import { onOneLine } from '../one-line.ts'
import { fragmentsOf } from './fragments.ts'
import { ANNOTATION_NOTE, ARTICLE_NOTE, noteLine, USER_NOTE } from './notes.ts'
import type { TypeNames } from './type-names.ts'

/** The lines of an article's `.ann`. The pieces are lines of one annotation each. */
export function* annOf(
  { article, text, sentences, annotations, reviews }: AnnotatedArticle,
  types: TypeNames,
  names: ReadonlyMap<AnnotatorId, string>,
): Generator<string> {
  const offsets = offsetMap(text)
  const place = ({ start, end }: Range) => [offsets.toCodePoints(start), offsets.toCodePoints(end)]
  const by = (annotator: AnnotatorId) => ({
    annotator: names.get(annotator) ?? annotator,
    annotatorId: annotator,
  })
  const { id, title, source, author, url, published, language } = article
  const about = { id, title, source, author, url, published, language }
  yield noteLine(1, ARTICLE_NOTE, '#1', {
    ...about,
    sentences: sentences.map(place),
    reviews: reviews.map(one => ({
      ...{ range: place(one), judgement: one.judgement, ...by(one.annotator), at: one.at },
    })),
  })
  const last = { attribute: 0, note: 1 }
  for (const [index, one] of annotations.entries()) {
    const target = `T${index + 1}`
    const type = types.labels.get(one.label) ?? one.label
    const fragments = fragmentsOf(text, one)
    const blank = fragments.length === 0
    let lines = blank ? '' : textBoundLine(target, type, fragments, text, offsets)
    const attributes: Record<string, string> = {}
    for (const [attribute, value] of Object.entries(one.attributes)) {
      const named = blank ? undefined : types.values.get(attribute)?.get(value)
      if (named === undefined) attributes[attribute] = value
      else lines += `A${++last.attribute}\t${types.attributes.get(attribute)} ${target} ${named}\n`
    }
    const note = blank ? '' : onOneLine(one.note)
    if (note !== '') lines += `#${++last.note}\t${USER_NOTE} ${target}\t${note}\n`
    const number = ++last.note
    yield lines +
      noteLine(number, ANNOTATION_NOTE, blank ? `#${number}` : target, {
        ...{ id: one.id, ...by(one.annotator), created: one.created, updated: one.updated },
        ...(isEmpty(attributes) ? {} : { attributes }),
        ...(isEmpty(one.mentions) ? {} : { mentions: placesOf(one, place) }),
        ...(note === one.note ? {} : { note: one.note }),
        ...(spans(fragments, one) ? {} : { range: place(one) }),
        ...(blank ? { type } : {}),
      })
  }
}

function textBoundLine(
  id: string,
  type: string,
  fragments: readonly Range[],
  text: string,
  { toCodePoints }: OffsetMap,
): string {
  const places = fragments.map(({ start, end }) => `${toCodePoints(start)} ${toCodePoints(end)}`)
  const words = fragments.map(({ start, end }) => text.slice(start, end))
  return `${id}\t${type} ${places.join(';')}\t${words.join(' ')}\n`
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0

const placesOf = ({ mentions }: Annotation, place: (range: Range) => number[]): Record<string, number[]> =>
  Object.fromEntries(Object.entries(mentions).map(([attribute, range]) => [attribute, place(range)]))

/** Whether the fragments reach from the beginning of a range to its end. */
const spans = (fragments: readonly Range[], { start, end }: Range): boolean =>
  fragments[0]?.start === start && fragments.at(-1)?.end === end
