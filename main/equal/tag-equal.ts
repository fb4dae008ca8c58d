import type { EqualTagged } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId, ArticleId, GroupId } from '#app/model/ids'
import type { SentencePlace } from '#app/model/queue'
import type { Watch } from '#main/export/export-corpus'
import { layerOf } from '#main/services/layer'
import type { Store } from '#main/store/store'
import { editsFor } from './edits-for.ts'
import { articlesThatMayHave, equalIn, modelOf } from './find-equal.ts'

export interface TagEqual extends SentencePlace {
  /** Also where another label has to give way. */
  readonly replace: boolean
  /** Ties the changes of all articles together, to be undone as one. */
  readonly group: GroupId
}

/** Milliseconds of work in one transaction; between two of them others may write, and a cancellation is heard. */
const SLICE = 50

/**
 * Gives all sentences with the text of one the labels that it bears, one change for each article. What was given before a
 * cancellation (a refusal, `cancelled`) stays, and is undone as one.
 */
export async function tagEqual(
  store: Store,
  by: AnnotatorId,
  { article, range, replace, group }: TagEqual,
  watch: Watch = {},
): Promise<Omit<EqualTagged, 'undo'>> {
  const model = modelOf(store, { article, range }, by)
  const ids = articlesThatMayHave(store, model.form)
  const count = { sentences: 0, articles: 0 }
  let done = 0

  function tagIn(id: ArticleId): void {
    const layer = layerOf(store, id, by)
    const steps = equalIn(store, id, model)
      .map(one => editsFor(store, layer, one, model.labels))
      .filter(edits => edits.length > 0 && (replace || edits.every(edit => edit.after !== null)))
    if (steps.length === 0) return
    store.write({ by, action: 'tag', edits: steps.flat(), group })
    count.sentences += steps.length
    count.articles++
  }

  function slice(): void {
    for (const since = performance.now(); done < ids.length && performance.now() - since < SLICE; done++) {
      const id = ids[done]
      if (id) tagIn(id)
    }
  }

  while (done < ids.length) {
    store.together(slice)
    watch.onProgress?.(done, ids.length)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted && done < ids.length)
      throw new Refusal('cancelled', 'The labelling was stopped. Undo takes back what was labelled so far.')
  }
  return count
}
