import type { Entry } from '#app/exchange/exchange-file'
import type { ForeignLabel } from '#app/exchange/merge-report'
import type { Version } from '#app/exchange/version'
import type { LabelId } from '#app/model/ids'
import type { Store } from '#main/store/store'

type TakenFor = Omit<ForeignLabel, 'count'>

/**
 * What of a file from another project has a place in this one: people, articles with their sentences where they are
 * new, annotations, reviews and decisions. Labels are found as the person said, else by id, else by name; an annotation,
 * or a decision, whose label is none of ours stays out.
 *
 * @param labels the label of our codebook for one of theirs, by its name there; null leaves its annotations out
 * @param onLabel is told of every annotation what its label was taken for
 */
export function foreigner(
  { tables, codebook }: Store,
  labels: Readonly<Record<string, LabelId | null>>,
  onLabel: (label: TakenFor) => void,
): (entry: Entry) => Entry | undefined {
  const ours = codebook().labels
  const theirNames = new Map<string, string>()

  function takenFor(id: LabelId): TakenFor {
    const name = theirNames.get(id) ?? id
    const chosen = Object.hasOwn(labels, name) ? labels[name] : undefined
    if (chosen !== undefined) return { name, ours: chosen, by: 'person' }
    if (ours.some(one => one.id === id)) return { name, ours: id, by: 'id' }
    const byName = ours.find(one => one.name.toLowerCase() === name.toLowerCase())
    return byName ? { name, ours: byName.id, by: 'name' } : { name, ours: null, by: null }
  }

  function relabelled(entry: Entry<'annotation'>): Entry | undefined {
    const versions: Version<'annotation'>[] = []
    for (const version of entry.versions) {
      const label = takenFor(version.record.label)
      if (version === entry.versions[0]) onLabel(label)
      if (label.ours === null) return undefined
      versions.push({ ...version, record: { ...version.record, label: label.ours } })
    }
    return { ...entry, versions }
  }

  /** Without a label of ours there is no gold annotation either. */
  function redecided(entry: Entry<'decision'>): Entry | undefined {
    const versions: Version<'decision'>[] = []
    for (const version of entry.versions) {
      const labels = version.record.labels.flatMap(id => takenFor(id).ours ?? [])
      if (labels.length < version.record.labels.length) return undefined
      versions.push({ ...version, record: { ...version.record, labels: labels.sort() } })
    }
    return { ...entry, versions }
  }

  return entry => {
    switch (entry.kind) {
      case 'project':
      case 'attribute':
      case 'edition':
      case 'guideline':
      case 'collection':
      case 'membership':
      case 'dealing':
      case 'identity':
        return undefined
      case 'label':
        for (const { record } of entry.versions) if ('name' in record) theirNames.set(entry.id, record.name)
        return undefined
      case 'segmentation':
        return tables.segmentation.get(entry.id) ? undefined : entry
      case 'annotation':
        return relabelled(entry as Entry<'annotation'>) // of this kind
      case 'annotator':
      case 'article':
      case 'review':
        return entry
      case 'decision':
        return redecided(entry as Entry<'decision'>) // of this kind
    }
  }
}
