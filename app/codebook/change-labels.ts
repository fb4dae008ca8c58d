/** What can be done to one label of a codebook, apart from merging and splitting. Each gives the codebook after it. */
import type { Codebook } from '../model/codebook.ts'
import { ancestorsOf } from '../model/codebook.ts'
import { LabelId } from '../model/ids.ts'
import { type Label, LabelColour, label } from '../model/label.ts'
import { withoutAttributes } from './change-attributes.ts'
import { freeId } from './id-of-name.ts'
import { inTreeOrder, siblingsOf } from './label-tree.ts'

/** What a person writes of a label. Its id stays, so that annotations and files keep meaning it. */
export type LabelTexts = Partial<Omit<Label, 'id' | 'position' | 'retired' | 'successor' | 'parent'>>

/** A new label at the end of those under `parent`, in a colour that the fewest labels have. */
export function addLabel(
  codebook: Codebook,
  name: string,
  parent: LabelId | null = null,
): { readonly codebook: Codebook; readonly id: LabelId } {
  const { labels, attributes } = codebook
  const id = LabelId.parse(freeId(name, 'label', new Set(labels.map(one => one.id))))
  const exclusive = labels.some(one => !one.retired) && labels.every(one => one.retired || one.exclusive)
  const added = label({ id, name, parent, exclusive, colour: rarestColour(labels), position: labels.length })
  return { codebook: inTreeOrder({ labels: [...labels, added], attributes }), id }
}

export const changeLabel = (codebook: Codebook, id: LabelId, texts: LabelTexts): Codebook => ({
  ...codebook,
  labels: codebook.labels.map(one => (one.id === id ? { ...one, ...texts } : one)),
})

/** Puts a label under another (null: at the top), before one of those there, else at their end. Nothing where that were a circle. */
export function placeLabel(
  { labels, attributes }: Codebook,
  id: LabelId,
  parent: LabelId | null,
  before: LabelId | null = null,
): Codebook {
  const moved = labels.find(one => one.id === id)
  const circle = parent !== null && (parent === id || ancestorsOf(labels, parent).includes(id))
  if (!moved || circle || before === id) return { labels, attributes }
  const others = labels.filter(one => one.id !== id)
  const place = before === null ? -1 : others.findIndex(one => one.id === before)
  const at = place < 0 ? others.length : place
  return inTreeOrder({ labels: others.toSpliced(at, 0, { ...moved, parent }), attributes })
}

/** One step through the tree: among its siblings, under the one before it, or out to where its parent stands. */
export type LabelStep = 'up' | 'down' | 'in' | 'out'

/** Moves a label by one step; the same codebook where it cannot go there. */
export function moveLabel(codebook: Codebook, id: LabelId, step: LabelStep): Codebook {
  const siblings = siblingsOf(codebook.labels, id)
  const place = siblings.findIndex(one => one.id === id)
  const parent = siblings[place]?.parent ?? null
  const [previous, next] = [siblings[place - 1], siblings[place + 1]]
  switch (step) {
    case 'up':
      return previous ? placeLabel(codebook, id, parent, previous.id) : codebook
    case 'down':
      return next ? placeLabel(codebook, id, parent, siblings[place + 2]?.id ?? null) : codebook
    case 'in':
      return previous ? placeLabel(codebook, id, previous.id) : codebook
    case 'out': {
      if (parent === null) return codebook
      const above = siblingsOf(codebook.labels, parent)
      const after = above[above.findIndex(one => one.id === parent) + 1]
      const { parent: grandparent = null } = codebook.labels.find(one => one.id === parent) ?? {}
      return placeLabel(codebook, id, grandparent, after?.id ?? null)
    }
  }
}

/** Takes a label out of use. Its annotations stay, and wait to be decided again. */
export const retireLabel = (codebook: Codebook, id: LabelId): Codebook =>
  withLabel(codebook, id, one => ({ ...one, retired: true }))

/** Puts a retired or merged label to use again; its annotations count as its own, and its key is its own where it is free. */
export function bringLabelBack(codebook: Codebook, id: LabelId): Codebook {
  const taken = new Set(codebook.labels.filter(one => !one.retired && one.id !== id).map(one => one.key))
  return withLabel(codebook, id, one => ({
    ...one,
    retired: false,
    successor: null,
    key: taken.has(one.key) ? '' : one.key,
  }))
}

/** Takes a label away. Only for one that nothing bears. What belongs to it alone goes too; those under it move up. */
export function removeLabel({ labels, attributes }: Codebook, id: LabelId): Codebook {
  const removed = labels.find(one => one.id === id)
  const left = labels
    .filter(one => one.id !== id)
    .map(one => (one.parent === id ? { ...one, parent: removed?.parent ?? null } : one))
    .map(one => (one.successor === id ? { ...one, successor: null } : one))
  const alone = attributes.filter(one => one.labels.length === 1 && one.labels[0] === id)
  const others = attributes.map(one =>
    one.labels.includes(id) ? { ...one, labels: one.labels.filter(other => other !== id) } : one,
  )
  const goes = new Set(alone.map(one => one.id))
  return inTreeOrder({ labels: left, attributes: withoutAttributes(others, goes) })
}

const withLabel = (codebook: Codebook, id: LabelId, change: (label: Label) => Label): Codebook => ({
  ...codebook,
  labels: codebook.labels.map(one => (one.id === id ? change(one) : one)),
})

/** The colour that the fewest active labels have, in the order of the palette. */
export function rarestColour(labels: readonly Label[]): LabelColour {
  const count = (colour: LabelColour) => labels.filter(one => !one.retired && one.colour === colour).length
  const [first = 'grey', ...others] = LabelColour.options
  return others.reduce<LabelColour>((rarest, one) => (count(one) < count(rarest) ? one : rarest), first)
}
