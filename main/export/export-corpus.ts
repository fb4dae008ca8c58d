import { Refusal } from '#app/failure'
import type { Format, WriteOptions } from '#app/formats/format'
import type { Store } from '#main/store/store'
import { corpusOf } from './corpus-of.ts'
import { writeWhole } from './write-whole.ts'

/** Milliseconds of work between two moments in which others may work, and a cancellation is heard. */
const SLICE = 20

export interface Watch {
  /** Called now and then with the articles done and those there are. */
  onProgress?(done: number, total: number): void
  /** Stops the work when it is aborted. */
  readonly signal?: AbortSignal
}

/**
 * Writes the corpus of a project to a file, whole or not at all, as it stood when the export began. Throws a
 * refusal: `disk`, or `cancelled`.
 */
export async function exportCorpus(
  store: Store,
  format: Format,
  options: WriteOptions,
  path: string,
  watch: Watch = {},
) {
  const total = store.tables.article.count()
  let articles = 0
  async function* pieces(): AsyncGenerator<string> {
    let since = performance.now()
    for (const piece of format.write(
      corpusOf(store, done => {
        articles = done
      }),
      options,
    )) {
      yield piece
      if (performance.now() - since < SLICE) continue
      watch.onProgress?.(articles, total)
      await new Promise(resolve => setImmediate(resolve))
      if (watch.signal?.aborted)
        throw new Refusal('cancelled', 'The export was stopped; no file was written.')
      since = performance.now()
    }
  }
  const bytes = await store.asOfNow(() => writeWhole(path, pieces()))
  return { articles, bytes }
}
