/** What is said of a text, beside it: each annotation points at a range of the body, so that they may overlap. */
import type { Annotation } from '../../model/annotation.ts'
import type { Review } from '../../model/review.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle } from '../corpus.ts'
import { element, type XmlElement } from '../xml.ts'
import { featureName, type Ids } from './ids.ts'

/** None where there is nothing to say, for a list of annotations has one at least. */
export function standOff({ article, text, annotations, reviews }: AnnotatedArticle, ids: Ids): XmlElement[] {
  if (annotations.length + reviews.length === 0) return []
  const { toCodePoints } = offsetMap(text)
  const body = ids.body(article.id)
  const pointer = ({ start, end }: Range): string => {
    const from = toCodePoints(start)
    return `#string-range(${body},${from},${toCodePoints(end) - from})`
  }
  return [
    element('standOff', {}, function* () {
      yield element('listAnnotation', {}, function* () {
        for (const one of annotations) yield annotationOf(one, pointer, ids)
        for (const [index, one] of reviews.entries())
          yield reviewOf(one, pointer, ids.review(article.id, index + 1), ids)
      })
      for (const one of annotations) if (hasAttributes(one)) yield featuresOf(one, pointer, ids)
    }),
  ]
}

type Pointer = (range: Range) => string

const hasAttributes = ({ attributes }: Annotation): boolean => Object.keys(attributes).length > 0

const reference = (id: string | undefined): string | undefined => (id === undefined ? undefined : `#${id}`)

const annotationOf = (one: Annotation, pointer: Pointer, ids: Ids): XmlElement => {
  const who = reference(ids.annotator(one.annotator))
  const label = reference(ids.label(one.label))
  return element(
    'annotation',
    {
      'xml:id': ids.annotation(one.id),
      motivation: 'classifying',
      target: pointer(one),
      ana: label,
      resp: who,
    },
    [
      element('revisionDesc', {}, [
        element('change', { status: 'created', when: one.created, who }),
        element('change', { status: 'modified', when: one.updated, who }),
      ]),
      ...(label ? [element('ptr', { target: label })] : []),
      ...(hasAttributes(one) ? [element('ptr', { target: `#${ids.features(one.id)}` })] : []),
      ...(one.note === '' ? [] : [element('note', {}, one.note)]),
    ],
  )
}

/** The attributes; a value that is mentioned in the text points there. */
const featuresOf = ({ id, attributes, mentions }: Annotation, pointer: Pointer, ids: Ids): XmlElement =>
  element(
    'fs',
    { 'xml:id': ids.features(id), type: 'attributes' },
    Object.entries(attributes).map(([name, value]) => {
      // An attribute has a mention under its own id.
      const mention = (mentions as Readonly<Record<string, Range>>)[name]
      return element('f', { name: featureName(name), corresp: mention && pointer(mention) }, [
        element('string', {}, value),
      ])
    }),
  )

/** A sentence that was read. */
const reviewOf = (one: Review, pointer: Pointer, id: string, ids: Ids): XmlElement => {
  const who = reference(ids.annotator(one.annotator))
  return element('annotation', { 'xml:id': id, motivation: 'assessing', target: pointer(one), resp: who }, [
    element('revisionDesc', {}, [element('change', { status: 'created', when: one.at, who })]),
    element('note', { type: 'review' }, one.judgement),
  ])
}
