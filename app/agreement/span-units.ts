/** From what annotators marked to spans, for the measures that do not go by sentences. */
import type { Annotation } from '../model/annotation.ts'
import type { Span, SpanPair } from './span-f1.ts'
import type { Continuum, Segment } from './unitizing-alpha.ts'
import type { JudgedArticle } from './units.ts'

/**
 * The spans of two coders in an article that both have judged to the end: elsewhere a span that is missing may be
 * one that was not reached. Null where one of them has not.
 */
export function spanPair(article: JudgedArticle, first: number, second: number): SpanPair | null {
  const [one, other] = [article.layers[first], article.layers[second]]
  if (!one || !other || !isThrough(article, first) || !isThrough(article, second)) return null
  return [one.annotations.map(spanOf), other.annotations.map(spanOf)]
}

/**
 * An article as a continuum for uα, with the coders who have judged every sentence. Where annotations of one coder
 * overlap, each piece gets the labels that lie on it together, so that segments never overlap.
 */
export function continuum(article: JudgedArticle): Continuum {
  return {
    length: article.sentences.at(-1)?.end ?? 0,
    annotators: article.layers
      .filter((_, coder) => isThrough(article, coder))
      .map(layer => segmentsOf(layer.annotations)),
  }
}

const isThrough = ({ judged }: JudgedArticle, coder: number): boolean =>
  judged[coder]?.every(sentence => sentence !== null) ?? false

const spanOf = ({ start, end, label }: Annotation): Span => ({ start, end, label })

function segmentsOf(annotations: readonly Annotation[]): Segment[] {
  const edges = [...new Set(annotations.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  return edges.slice(1).flatMap((end, index) => {
    const start = edges[index] ?? 0
    const here = annotations.filter(one => one.start < end && start < one.end).map(one => one.label)
    return here.length > 0 ? [{ start, end, label: [...new Set(here)].sort().join('+') }] : []
  })
}
