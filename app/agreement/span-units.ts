/** From what annotators marked to spans, for the measures that do not go by sentences. */
import type { Annotation } from '../model/annotation.ts'
import { judgedSentences } from './judged-sentences.ts'
import type { Span } from './span-f1.ts'
import type { Continuum, Segment } from './unitizing-alpha.ts'
import type { CodedArticle } from './units.ts'

/**
 * The spans of two coders, article by article. Only articles of which both have judged every sentence count:
 * elsewhere a span that is missing may be one that was not reached.
 */
export function spanPairs(
  articles: Iterable<CodedArticle>,
  first: number,
  second: number,
): (readonly [readonly Span[], readonly Span[]])[] {
  return [...articles].flatMap(article => {
    const [one, other] = [article.layers[first], article.layers[second]]
    if (!one || !other || !isThrough(article, one) || !isThrough(article, other)) return []
    return [[one.annotations.map(spanOf), other.annotations.map(spanOf)] as const]
  })
}

/**
 * Articles as continua for uα, with the coders who have judged every sentence. Where annotations of one coder
 * overlap, each piece gets the labels that lie on it together, so that segments never overlap.
 */
export function continua(articles: Iterable<CodedArticle>): Continuum[] {
  return [...articles].map(article => ({
    length: article.sentences.at(-1)?.end ?? 0,
    annotators: article.layers
      .filter(layer => isThrough(article, layer))
      .map(layer => segmentsOf(layer.annotations)),
  }))
}

function isThrough(
  { sentences }: CodedArticle,
  { annotations, reviews }: CodedArticle['layers'][number],
): boolean {
  return judgedSentences(sentences, annotations, reviews).every(sentence => sentence !== null)
}

const spanOf = ({ start, end, label }: Annotation): Span => ({ start, end, label })

function segmentsOf(annotations: readonly Annotation[]): Segment[] {
  const edges = [...new Set(annotations.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  return edges.slice(1).flatMap((end, index) => {
    const start = edges[index] ?? 0
    const here = annotations.filter(one => one.start < end && start < one.end).map(one => one.label)
    return here.length > 0 ? [{ start, end, label: [...new Set(here)].sort().join('+') }] : []
  })
}
