/** An annotation collection with one page, and the articles that it is about beside it. */
import type { Annotation } from '../../model/annotation.ts'
import { annotatorNames } from '../../model/annotator.ts'
import type { Label } from '../../model/label.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import type { WriteOptions } from '../format.ts'
import { APPLICATION, CONTEXT, labelIri, uuidIri } from './vocabulary.ts'

/** First the articles, then the annotations, each on a line of its own. */
export function* collectionFile(
  { project, codebook, annotators, articles }: Corpus,
  { at, version }: WriteOptions,
): Generator<string> {
  const names: Names = {
    annotators: annotatorNames(annotators),
    labels: new Map(codebook.labels.map(label => [label.id, label])),
  }
  const id = uuidIri(project.id)
  yield opened({
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: project.name,
    generator: { id: APPLICATION, type: 'Software', name: `Assay ${version}` },
    generated: at,
    codebook,
  })
  yield ',\n"articles":['
  yield* listed(map(articles, article => articleOf(article, names)))
  yield `],\n"first":${opened({ id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 })},"items":[`
  const total = yield* listed(annotationsOf(articles, names))
  yield `]},\n"total":${total}}\n`
}

interface Names {
  readonly annotators: ReturnType<typeof annotatorNames>
  readonly labels: ReadonlyMap<string, Label>
}

/** An object as JSON, to which more can be added. */
const opened = (value: object): string => JSON.stringify(value).slice(0, -1)

/** The members of a list as JSON. Returns how many there were. */
function* listed(values: Iterable<object>): Generator<string, number> {
  let count = 0
  for (const value of values) yield `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(value)}`
  return count
}

function* map<V, W>(values: Iterable<V>, to: (value: V) => W): Generator<W> {
  for (const value of values) yield to(value)
}

type ToPlace = (range: Range) => Range

/** Places of a text in code points. */
function placesIn(text: string): ToPlace {
  const { toCodePoints } = offsetMap(text)
  return ({ start, end }) => ({ start: toCodePoints(start), end: toCodePoints(end) })
}

function articleOf({ article, text, sentences, reviews }: AnnotatedArticle, names: Names): object {
  const place = placesIn(text)
  return {
    id: uuidIri(article.id),
    type: 'Text',
    format: 'text/plain',
    ...known({
      language: article.language,
      title: article.title,
      author: article.author,
      publisher: article.source,
      published: article.published,
      url: article.url,
    }),
    value: text,
    sentences: sentences.map(place),
    reviews: reviews.map(one => ({
      ...place(one),
      judgement: one.judgement,
      creator: personOf(one.annotator, names),
      created: one.at,
    })),
  }
}

const known = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

function* annotationsOf(articles: Corpus['articles'], names: Names): Generator<object> {
  for (const { article, text, annotations } of articles) {
    const source = uuidIri(article.id)
    const place = placesIn(text)
    for (const one of annotations) yield annotationOf(one, source, text, place, names)
  }
}

function annotationOf(one: Annotation, source: string, text: string, place: ToPlace, names: Names): object {
  return {
    id: uuidIri(one.id),
    type: 'Annotation',
    motivation: 'classifying',
    creator: personOf(one.annotator, names),
    created: one.created,
    modified: one.updated,
    body: bodiesOf(one, place, names),
    target: {
      type: 'SpecificResource',
      source,
      selector: [
        { type: 'TextPositionSelector', ...place(one) },
        { type: 'TextQuoteSelector', exact: text.slice(one.start, one.end), ...surroundings(text, one) },
      ],
    },
  }
}

/** The label twice: as the concept that it is, and as the tag that people read; then note and attributes. */
function bodiesOf({ label, note, attributes, mentions }: Annotation, place: ToPlace, names: Names): object[] {
  const places: Readonly<Record<string, Range>> = mentions
  return [
    { type: 'SpecificResource', purpose: 'classifying', source: labelIri(label) },
    textualBody('tagging', names.labels.get(label)?.name ?? label),
    ...(note === '' ? [] : [textualBody('commenting', note)]),
    ...Object.entries(attributes).map(([attribute, value]) => {
      const mention = places[attribute]
      return {
        ...textualBody('describing', value),
        attribute,
        ...(mention ? { mention: { type: 'TextPositionSelector', ...place(mention) } } : {}),
      }
    }),
  ]
}

const textualBody = (purpose: string, value: string): object => ({
  type: 'TextualBody',
  purpose,
  format: 'text/plain',
  value,
})

const personOf = (annotator: Annotation['annotator'], { annotators }: Names): object => ({
  id: uuidIri(annotator),
  type: 'Person',
  name: annotators.get(annotator) ?? annotator,
})

/** How much of the text goes before and after a quote, as in Hypothesis. */
const NEIGHBOURHOOD = 32

/** What stands before and after a range, without halves of characters. */
const surroundings = (text: string, { start, end }: Range): object => ({
  prefix: text.slice(Math.max(0, start - NEIGHBOURHOOD), start).replace(/^[\udc00-\udfff]/, ''),
  suffix: text.slice(end, end + NEIGHBOURHOOD).replace(/[\ud800-\udbff]$/, ''),
})
