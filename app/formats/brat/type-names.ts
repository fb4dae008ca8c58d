import type { Attribute } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import { safeNames, valueNames } from '../safe-names.ts'

/** What labels, attributes and values are called in brat, where a name is of letters, digits, - and _. */
export interface TypeNames {
  /** By id. */
  readonly labels: ReadonlyMap<string, string>
  readonly attributes: ReadonlyMap<string, string>
  /** Of the attributes that brat can offer: the name of each value, by the id of the attribute. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>
}

export function typeNamesOf({ labels, attributes }: Codebook): TypeNames {
  const taken = new Set(['span_default', 'arc_default'])
  return {
    labels: safeNames(labels, 'Label', taken),
    attributes: safeNames(attributes, 'Attribute', taken),
    values: new Map(
      attributes
        .map(one => [one.id, valueNames(offered(one))] as const)
        .filter(([, values]) => values.size > 0),
    ),
  }
}

/** The values of an attribute that has one of a few. */
export function offered({ type, choices }: Pick<Attribute, 'type' | 'choices'>): readonly string[] {
  if (type === 'yes-no') return ['yes', 'no']
  return type === 'choice' ? choices : []
}
