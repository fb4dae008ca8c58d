/** When versions of a record contradict one another, and when they only differ in what nobody would ask about. */
import { canonical } from '../model/canonical.ts'
import type { Kind, Records } from '../model/record.ts'
import type { Version } from './version.ts'

/** What of a record people can be of two minds about, as text to compare; undefined where nothing is asked of it. */
function contentOf(kind: Kind, { record, deleted }: Version): string | undefined {
  if (deleted) return 'deleted'
  switch (kind) {
    case 'annotator':
    case 'project':
    case 'edition':
    case 'membership':
    case 'dealing':
    case 'identity':
      return undefined
    case 'article': {
      const { title, source, author, url, published, language } = record as Records['article'] // of this kind
      return canonical({ title, source, author, url, published, language })
    }
    case 'segmentation':
      return canonical((record as Records['segmentation']).sentences) // of this kind
    case 'review':
      return (record as Records['review']).judgement // of this kind
    case 'decision': {
      const { labels, cause, reason } = record as Records['decision'] // of this kind
      return canonical({ labels, cause, reason })
    }
    case 'annotation': {
      const { created: _, updated: __, codebook: ___, ...what } = record as Records['annotation'] // of this kind
      return canonical(what)
    }
    case 'guideline':
      return (record as Records['guideline']).text // of this kind
    case 'label':
    case 'attribute':
    case 'collection':
      return canonical(record)
  }
}

/** The versions that stand against the one that shows, and say something else. */
export function contradicting<K extends Kind>(kind: K, versions: readonly Version<K>[]): Version<K>[] {
  const [shown, ...others] = versions
  if (!shown) return []
  const content = contentOf(kind, shown)
  return others.filter(one => contentOf(kind, one) !== content)
}
