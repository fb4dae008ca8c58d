/** When versions of a record contradict one another, and when they only differ in what nobody would ask about. */
import { canonical } from '../model/canonical.ts'
import { type Kind, type KindedRecord, ofKind } from '../model/record.ts'
import type { Version } from './version.ts'

/** What of a record people can be of two minds about, as text to compare; undefined where nothing is asked of it. */
function contentOf({ kind, record }: KindedRecord): string | undefined {
  switch (kind) {
    case 'annotator':
    case 'project':
    case 'edition':
    case 'membership':
    case 'dealing':
    case 'identity':
      return undefined
    case 'article': {
      const { title, source, author, url, published, language } = record
      return canonical({ title, source, author, url, published, language })
    }
    case 'segmentation':
      return canonical(record.sentences)
    case 'review':
      return record.judgement
    case 'decision': {
      const { labels, cause, reason } = record
      return canonical({ labels, cause, reason })
    }
    case 'annotation': {
      const { created: _, updated: __, codebook: ___, ...what } = record
      return canonical(what)
    }
    case 'guideline':
      return record.text
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
  const saying = ({ record, deleted }: Version<K>) => (deleted ? 'deleted' : contentOf(ofKind(kind, record)))
  const content = saying(shown)
  return others.filter(one => saying(one) !== content)
}
