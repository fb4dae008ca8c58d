import type { Entry } from '#app/exchange/exchange-file'
import type { Version } from '#app/exchange/version'
import type { LabelId } from '#app/model/ids'
import type { Store } from '#main/store/store'

/**
 * What of a file from another project has a place in this one: people, articles with their sentences where they are
 * new, annotations, reviews and decisions. Labels are found by id, then by name, then as the person said; an annotation,
 * or a decision, whose label is none of ours stays out.
 *
 * @param labels the label of our codebook for one of theirs, by its name there
 * @param onUnknown is told the name of a label that is none of ours
 */
export function foreigner(
  { tables, codebook }: Store,
  labels: Readonly<Record<string, LabelId>>,
  onUnknown: (name: string) => void,
): (entry: Entry) => Entry | undefined {
  const ours = codebook().labels
  const theirNames = new Map<string, string>()

  function ourLabel(id: LabelId): LabelId | undefined {
    const name = theirNames.get(id) ?? id
    const byName = ours.find(one => one.name.toLowerCase() === name.toLowerCase())
    const chosen = Object.hasOwn(labels, name) ? labels[name] : undefined
    return ours.some(one => one.id === id) ? id : (byName?.id ?? chosen)
  }

  function relabelled(entry: Entry<'annotation'>): Entry | undefined {
    const versions: Version<'annotation'>[] = []
    for (const version of entry.versions) {
      const label = ourLabel(version.record.label)
      if (!label) {
        onUnknown(theirNames.get(version.record.label) ?? version.record.label)
        return undefined
      }
      versions.push({ ...version, record: { ...version.record, label } })
    }
    return { ...entry, versions }
  }

  /** Without a label of ours there is no gold annotation either. */
  function redecided(entry: Entry<'decision'>): Entry | undefined {
    const versions: Version<'decision'>[] = []
    for (const version of entry.versions) {
      const labels = version.record.labels.flatMap(id => ourLabel(id) ?? [])
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
