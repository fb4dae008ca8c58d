/** Two labels that become one, and one that becomes several. No annotation is rewritten for either. */
import { ancestorsOf, type Codebook } from '../model/codebook.ts'
import { LabelId } from '../model/ids.ts'
import { type Label, label } from '../model/label.ts'
import { rarestColour } from './change-labels.ts'
import { freeId } from './id-of-name.ts'
import { inTreeOrder } from './label-tree.ts'

/**
 * Merges a label into an active one: it is retired, and its annotations, and those of labels that were merged into it
 * before, count as the other's from then on. Labels under it move under the other; attributes of it are the other's too.
 * The same codebook where the two are one, or the other is retired.
 */
export function mergeLabels(codebook: Codebook, from: LabelId, into: LabelId): Codebook {
  const { labels, attributes } = codebook
  const [merged, other] = [from, into].map(id => labels.find(one => one.id === id))
  if (!merged || !other || from === into || other.retired) return codebook
  const path = new Set([into, ...ancestorsOf(labels, into)])
  const moved = (one: Label): Label => {
    if (one.id === from) return { ...one, retired: true, successor: into }
    if (one.parent !== from) return one
    return { ...one, parent: path.has(one.id) ? merged.parent : into }
  }
  return inTreeOrder({
    labels: labels.map(moved),
    attributes: attributes.map(one =>
      one.labels.includes(from) && !one.labels.includes(into)
        ? { ...one, labels: [...one.labels, into] }
        : one,
    ),
  })
}

/**
 * Splits a label into new ones of these names, which stand after it and bear its attributes. It is retired, and what
 * bears it waits to be decided again.
 */
export function splitLabel(codebook: Codebook, id: LabelId, names: readonly string[]): Codebook {
  const split = codebook.labels.find(one => one.id === id)
  if (!split || names.length === 0) return codebook
  let labels: readonly Label[] = codebook.labels.map(one =>
    one.id === id ? { ...one, retired: true, successor: null } : one,
  )
  const added: LabelId[] = []
  for (const name of names) {
    const free = LabelId.parse(freeId(name, 'label', new Set(labels.map(one => one.id))))
    const { parent, exclusive } = split
    const part = label({ id: free, name, parent, exclusive, colour: rarestColour(labels), position: 0 })
    const after = labels.findIndex(one => one.id === (added.at(-1) ?? id)) + 1
    labels = labels.toSpliced(after, 0, part)
    added.push(free)
  }
  return inTreeOrder({
    labels,
    attributes: codebook.attributes.map(one =>
      one.labels.includes(id) ? { ...one, labels: [...one.labels, ...added] } : one,
    ),
  })
}
