import type { Codebook } from '../model/codebook.ts'
import type { LabelId } from '../model/ids.ts'
import { numbered } from './label-tree.ts'

/**
 * The codebook as an edition says, with what came since and cannot go: labels that annotations bear are retired, at the
 * end.
 *
 * @param isBorne whether any annotation bears a label
 */
export function restoreEdition(
  now: Codebook,
  edition: Codebook,
  isBorne: (label: LabelId) => boolean,
): Codebook {
  const back = new Set(edition.labels.map(one => one.id))
  const since = now.labels
    .filter(one => !back.has(one.id) && isBorne(one.id))
    .map(one => ({ ...one, retired: true, parent: one.parent && back.has(one.parent) ? one.parent : null }))
  return { labels: numbered([...edition.labels, ...since]), attributes: edition.attributes }
}
