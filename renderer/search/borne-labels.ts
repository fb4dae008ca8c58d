/** The labels that the person has given in the articles that hits are shown of. */
import { create } from 'zustand'
import type { BorneLabels, Hit } from '#app/contract'
import type { ArticleId, LabelId } from '#app/model/ids'
import { overlaps } from '#app/text/range'
import { call, on } from '../door.ts'

type Given = BorneLabels['annotations']

/** What is known, by article. */
export const useBorneLabels = create<{ readonly known: ReadonlyMap<ArticleId, Given> }>(() => ({
  known: new Map(),
}))

/** The most articles that are asked about at once. */
const MOST = 500

export const resetLabels = (): void => useBorneLabels.setState({ known: new Map() })

/** Finds out about the articles of hits that nothing is known of yet. */
export function showLabelsOf(hits: readonly Hit[]): void {
  const { known } = useBorneLabels.getState()
  void ask(hits.map(hit => hit.article).filter(article => !known.has(article)))
}

/** The labels that reach into the sentence of a hit, each once. */
export const labelsOn = ({ sentenceRange }: Hit, given: Given | undefined): LabelId[] => [
  ...new Set((given ?? []).filter(one => overlaps(one, sentenceRange)).map(one => one.label)),
]

/** Follows what is tagged, and what was meanwhile. @returns a function that stops it */
export function followLabels(): () => void {
  askAgain(null)
  return on('changed', ({ articles }) => askAgain(articles))
}

/** Asks again about what is known of articles, or (null) of all. */
function askAgain(articles: readonly ArticleId[] | null): void {
  const { known } = useBorneLabels.getState()
  void ask([...known.keys()].filter(article => articles === null || articles.includes(article)))
}

async function ask(articles: readonly ArticleId[]): Promise<void> {
  const distinct = [...new Set(articles)]
  for (let from = 0; from < distinct.length; from += MOST) {
    const outcome = await call('search.labels', { articles: distinct.slice(from, from + MOST) })
    if (!outcome.ok) return
    useBorneLabels.setState(({ known }) => ({
      known: new Map([
        ...known,
        ...outcome.value.map(({ article, annotations }) => [article, annotations] as const),
      ]),
    }))
  }
}
