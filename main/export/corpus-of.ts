import type { AnnotatedArticle, Corpus } from '#app/formats/corpus'
import type { Counts } from '#app/formats/manifest'
import { EVERYTHING, type Restriction } from '#app/formats/restriction'
import type { Annotation } from '#app/model/annotation'
import { GOLD } from '#app/model/annotator'
import { ancestorsOf, type Codebook } from '#app/model/codebook'
import type { AnnotatorId, LabelId } from '#app/model/ids'
import type { Store } from '#main/store/store'

/** A corpus, and what the last whole walk over its articles counted. */
export interface CountedCorpus extends Corpus {
  counts(): Counts
}

/**
 * The corpus of a project, or a part of it, as it stands at this moment, read article by article.
 *
 * @param onArticle is called after each article with the number done in this walk
 * @param by who asks: what a filter says of progress and flags is said of them; null for nobody
 */
export function corpusOf(
  store: Store,
  restriction: Restriction = EVERYTHING,
  onArticle: (done: number) => void = () => {},
  by: AnnotatorId | null = null,
): CountedCorpus {
  const { tables } = store
  const annotators = tables.annotator
    .all()
    .filter(({ id }) => (restriction.annotators ? restriction.annotators.includes(id) : id !== GOLD.id))
  const ids = new Set(annotators.map(annotator => annotator.id))
  const codebook = narrowed(store.codebook(), restriction.labels)
  const labels = restriction.labels && new Set(codebook.labels.map(label => label.id))
  const { filter, articles: chosen, except, reviewed } = restriction
  const selection = chosen ? { articles: chosen } : { filter, except }
  const articles = store.library.restricted({ selection, by, reviewed, annotators: [...ids] })
  const goes = ({ annotator, label }: Annotation) => ids.has(annotator) && (!labels || labels.has(label))
  let counts = { articles: 0, sentences: 0, annotations: 0, reviews: 0 }

  function* walk(): Generator<AnnotatedArticle> {
    counts = { articles: 0, sentences: 0, annotations: 0, reviews: 0 }
    for (const whole of articles.walk()) {
      const { id } = whole.article
      const annotations = tables.annotation.ofArticle(id).filter(goes)
      const reviews = tables.review.ofArticle(id).filter(({ annotator }) => ids.has(annotator))
      yield { ...whole, annotations, reviews }
      counts.articles++
      counts.sentences += whole.sentences.length
      counts.annotations += annotations.length
      counts.reviews += reviews.length
      onArticle(counts.articles)
    }
  }

  return {
    project: tables.project.only(),
    codebook,
    annotators,
    articles: { [Symbol.iterator]: walk },
    count: articles.count,
    counts: () => counts,
  }
}

/** The codebook with these labels, those within them, and the attributes that they can have. */
function narrowed({ labels, attributes }: Codebook, kept: readonly LabelId[] | null): Codebook {
  if (!kept) return { labels, attributes }
  const left = labels.filter(label =>
    [label.id, ...ancestorsOf(labels, label.id)].some(id => kept.includes(id)),
  )
  const ids = new Set(left.map(label => label.id))
  return {
    labels: left.map(label => (label.parent && !ids.has(label.parent) ? { ...label, parent: null } : label)),
    attributes: attributes.filter(one => one.labels.length === 0 || one.labels.some(id => ids.has(id))),
  }
}
