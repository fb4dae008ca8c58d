import type { AnnotatorId } from '#app/model/ids'
import { review, reviewedSentences } from '#app/model/layer'
import { isFinal } from '#app/model/review'
import { layerOf } from '#main/services/layer'
import type { Store } from '#main/store/store'
import type { EditsOfArticle } from './bulk.ts'

/** Says of whole articles that they were read, or takes back what was said of their sentences. Tags and flags stay. */
export function marking(store: Store, by: AnnotatorId, as: 'done' | 'unread'): EditsOfArticle {
  const now = new Date().toISOString()
  return article => {
    const layer = layerOf(store, article, by)
    if (as === 'unread') return layer.reviews.filter(isFinal).flatMap(one => review(layer, one, null, now))
    const sentences = store.tables.segmentation.get(article)?.sentences ?? []
    // Flags are spared too: to come back to them is for the person.
    const spoken = new Set(reviewedSentences(sentences, [...layer.annotations, ...layer.reviews], []))
    return sentences.flatMap((sentence, index) =>
      spoken.has(index + 1) ? [] : review(layer, sentence, 'read', now),
    )
  }
}
