/** A small annotated corpus, and what is compared of one that went out and came back. */
import type { Store } from '#main/store/store'
import { article, BORYS, project, tagSentence } from './projects.ts'

/** Two articles, which two people have tagged. */
export function annotated(): Store {
  const store = project()
  const first = article(store, 'The mayor 😀 promised “a bridge”.\n\nIt is not there. Nobody knows why.')
  const second = article(store, 'Вода мокра. Так сказав міністр.')
  tagSentence(store, first, 1, 'pledge')
  tagSentence(store, first, 2, 'fact')
  tagSentence(store, second, 2, 'claim')
  tagSentence(store, first, 2, 'opinion', BORYS)
  return store
}

/** The annotations on each text, in order. */
export const annotationsIn = (store: Store): Record<string, string[]> =>
  Object.fromEntries(
    Array.from(store.tables.article.inOrder(), ({ id }) => [
      store.tables.article.text(id) ?? '',
      store.tables.annotation
        .ofArticle(id)
        .map(({ label, start, end }) => `${label} ${start}-${end}`)
        .sort(),
    ]),
  )
