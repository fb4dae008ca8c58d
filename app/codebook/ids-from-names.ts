import type { Codebook } from '../model/codebook.ts'
import { AttributeId, LabelId } from '../model/ids.ts'
import { freeId } from './id-of-name.ts'

/**
 * A codebook in which labels and attributes that nobody has seen yet have ids of their names. Whatever refers to them
 * follows.
 *
 * @param fresh the ids of those labels and attributes
 */
export function idsFromNames({ labels, attributes }: Codebook, fresh: ReadonlySet<string>): Codebook {
  const label = renaming(labels, fresh, 'label', id => LabelId.parse(id))
  const attribute = renaming(attributes, fresh, 'attribute', id => AttributeId.parse(id))
  return {
    labels: labels.map(one => ({
      ...one,
      id: label(one.id),
      parent: one.parent && label(one.parent),
      successor: one.successor && label(one.successor),
    })),
    attributes: attributes.map(one => ({
      ...one,
      id: attribute(one.id),
      labels: one.labels.map(label),
      condition: one.condition && { ...one.condition, attribute: attribute(one.condition.attribute) },
    })),
  }
}

function renaming<Id extends string>(
  entries: readonly { readonly id: Id; readonly name: string }[],
  fresh: ReadonlySet<string>,
  otherwise: string,
  parse: (id: string) => Id,
): (id: Id) => Id {
  const taken = new Set<string>(entries.map(one => one.id).filter(id => !fresh.has(id)))
  const names = new Map<Id, Id>()
  for (const { id, name } of entries) {
    if (!fresh.has(id)) continue
    const free = parse(freeId(name, otherwise, taken))
    taken.add(free)
    names.set(id, free)
  }
  return id => names.get(id) ?? id
}
