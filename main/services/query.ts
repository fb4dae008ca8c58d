import { codebookDifferences } from '#app/codebook/codebook-differences'
import type { Touched } from '#app/codebook/touched'
import {
  type AnnotationsToDecide,
  type AnnotationToDecide,
  type Checked,
  type CodebookOfFile,
  type EditionInList,
  type Encoded,
  type EqualSentences,
  encoded,
  type FlaggedPage,
  type LibraryPage,
  type OpenArticle,
  type TouchedAnnotations,
} from '#app/contract'
import type { AnnotatorId, ArticleId } from '#app/model/ids'
import type { SentencePlace } from '#app/model/queue'
import { annotationsToDecide } from '#main/codebook/annotations-to-decide'
import { editionsOf } from '#main/codebook/editions'
import { touchedAnnotations } from '#main/codebook/touched-annotations'
import { countEqual } from '#main/equal/find-equal'
import type { LibraryQuery } from '#main/store/library'
import type { Store } from '#main/store/store'
import { openArticle } from './open-article.ts'
import { isRegisterQuery, type RegisterQueries, registerDoer } from './register-query.ts'
import type { Task } from './work-thread.ts'

/** What the window asks of a project that may take longer than a frame, and what each comes to. Nothing of it writes. */
export type Queries = {
  readonly 'open-article': {
    readonly given: { readonly article: ArticleId }
    readonly done: Encoded<OpenArticle>
  }
  readonly 'library-page': {
    readonly given: { readonly query: Omit<LibraryQuery, 'annotator'> }
    readonly done: LibraryPage
  }
  readonly 'codebook-touches': {
    readonly given: { readonly touched: Touched }
    readonly done: TouchedAnnotations
  }
  readonly 'codebook-editions': { readonly given: object; readonly done: readonly EditionInList[] }
  readonly 'annotations-to-decide': {
    readonly given: {
      readonly page: { readonly after: AnnotationToDecide['id'] | null; readonly limit: number }
    }
    readonly done: AnnotationsToDecide
  }
  readonly 'codebook-of-file': {
    readonly given: { readonly name: string; readonly bytes: Uint8Array }
    readonly done: CodebookOfFile
  }
  readonly 'next-in-queue': {
    readonly given: { readonly search: Checked<'layer.next'> }
    readonly done: SentencePlace | null
  }
  readonly flagged: {
    readonly given: { readonly page: Checked<'layer.flagged'> }
    readonly done: FlaggedPage
  }
  readonly 'equal-sentences': {
    readonly given: { readonly place: SentencePlace }
    readonly done: EqualSentences
  }
} & RegisterQueries

/** Answers queries about a store, in whichever thread this runs. */
export function queryDoer(
  store: Store,
  by: AnnotatorId,
): (query: Task<Queries>) => Promise<Queries[keyof Queries]['done']> {
  const register = registerDoer(store, by)
  return async query => {
    if (isRegisterQuery(query)) return register(query)
    switch (query.kind) {
      case 'open-article':
        return encoded(openArticle(store, query.article, by))
      case 'library-page':
        return {
          ...store.library.page({ ...query.query, annotator: by }),
          totals: store.library.totals(by),
        }
      case 'codebook-touches':
        return touchedAnnotations(store, query.touched)
      case 'codebook-editions':
        return editionsOf(store)
      case 'annotations-to-decide':
        return annotationsToDecide(store, by, query.page)
      case 'codebook-of-file': {
        const { codebookWithFile } = await import('#main/codebook/read-codebook')
        const now = store.codebook()
        const codebook = codebookWithFile(now, query.name, query.bytes)
        return { codebook, differences: codebookDifferences(now, codebook) }
      }
      case 'next-in-queue':
        return store.queues.next(query.search.queue, query.search.from, query.search.direction, by)
      case 'flagged':
        return store.queues.flagged(query.page.by, by, query.page)
      case 'equal-sentences':
        return countEqual(store, query.place, by)
    }
  }
}
