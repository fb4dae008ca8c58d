import { codebookDifferences } from '#app/codebook/codebook-differences'
import type { EditionInList } from '#app/contract'
import { codebookVersion } from '#app/model/codebook-version'
import type { Store } from '#main/store/store'

/** The editions of the codebook, the latest first, each with what it says otherwise than the one before. */
export function editionsOf({ tables, codebook }: Store): EditionInList[] {
  const editions = tables.edition.all()
  const current = codebookVersion(codebook())
  const latest = editions.findLast(one => one.version === current)?.id
  return editions
    .map(({ id, by, at, reason, labels, attributes }, place): EditionInList => {
      const before = editions[place - 1]
      return {
        ...{ id, at, reason },
        by: tables.annotator.get(by) ?? { id: by, name: '' },
        current: id === latest,
        differences: before ? codebookDifferences(before, { labels, attributes }) : [],
      }
    })
    .reverse()
}
