/** The labels as the tree that their parents make. */
import type { Codebook } from '../model/codebook.ts'
import { ancestorsOf } from '../model/codebook.ts'
import type { LabelId } from '../model/ids.ts'
import type { Label } from '../model/label.ts'

export interface LabelInTree {
  readonly label: Label
  /** How many labels it is under; 0 at the top. */
  readonly depth: number
}

/** All labels from the top down, each before those under it, siblings in their order. What leads in a circle stands at the top. */
export function labelsInTree(labels: readonly Label[]): LabelInTree[] {
  const under = Map.groupBy(labels, label => parentIn(labels, label))
  const walk = (parent: LabelId | null, depth: number): LabelInTree[] =>
    (under.get(parent) ?? []).flatMap(label => [{ label, depth }, ...walk(label.id, depth + 1)])
  return walk(null, 0)
}

/** The parent of a label that is there and does not lead back to it. */
function parentIn(labels: readonly Label[], { id, parent }: Label): LabelId | null {
  if (parent === null || !labels.some(one => one.id === parent)) return null
  return ancestorsOf(labels, id).includes(id) ? null : parent
}

/** The labels under the same parent, in their order. */
export function siblingsOf(labels: readonly Label[], id: LabelId): Label[] {
  const label = labels.find(one => one.id === id)
  return label ? labels.filter(one => parentIn(labels, one) === parentIn(labels, label)) : []
}

/** A codebook whose labels stand as in their tree, and whose positions say so. */
export function inTreeOrder({ labels, attributes }: Codebook): Codebook {
  return { labels: numbered(labelsInTree(labels).map(one => one.label)), attributes: numbered(attributes) }
}

/** Entries whose positions are their places; those that have theirs stay the same value. */
export const numbered = <T extends { readonly position: number }>(entries: readonly T[]): T[] =>
  entries.map((entry, position) => (entry.position === position ? entry : { ...entry, position }))
