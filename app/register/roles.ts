/**
 * What attributes do for the register. A link is an attribute of type name whose id begins with `same-`: annotations with
 * one value there are one claim, or one pledge. A board follows what has a status history.
 */
import type { Attribute } from '../model/attribute.ts'
import type { Codebook } from '../model/codebook.ts'
import type { AttributeId, LabelId } from '../model/ids.ts'

/** The attribute, by its id in the default codebook, that holds the day by which something is to be done. */
export const DEADLINE = 'deadline'
/** Those that say who says or promises something, the nearest to the matter first. */
const BY = ['promiser', 'holder', 'attributed-to']
const VERDICT = 'verdict'

/** Whether an attribute of this id can link. */
export const isLink = (id: string): boolean => id.startsWith('same-')

export interface Link {
  readonly attribute: AttributeId
  readonly name: string
  /** The labels that it belongs to, and those merged into them. */
  readonly labels: readonly LabelId[]
  /** The attributes that say by whom; the first that an annotation has counts. */
  readonly by: readonly AttributeId[]
  /** The attribute that says what checking came to; null for none. */
  readonly verdict: AttributeId | null
}

/** The links of a codebook, in their order. */
export const linksOf = (codebook: Codebook): Link[] =>
  codebook.attributes
    .filter(({ id, type }) => type === 'name' && isLink(id))
    .map(one => {
      const labels = labelsOf(codebook, one)
      return {
        attribute: one.id,
        name: one.name,
        labels,
        by: byWhom(codebook, labels),
        verdict: bearing(codebook, labels).find(({ id }) => id === VERDICT)?.id ?? null,
      }
    })

export interface Board {
  /** The attribute with the status history. */
  readonly attribute: AttributeId
  readonly statuses: readonly string[]
  readonly labels: readonly LabelId[]
  /** The attribute that links what is followed; null where nothing does. */
  readonly link: AttributeId | null
  readonly by: readonly AttributeId[]
}

/** The board of the first attribute of a codebook that is a status history; undefined where none is. */
export function boardOf(codebook: Codebook): Board | undefined {
  const history = codebook.attributes.find(({ type }) => type === 'status-history')
  if (!history) return undefined
  const labels = labelsOf(codebook, history)
  const link = linksOf(codebook).find(one => one.labels.some(label => labels.includes(label)))
  return {
    attribute: history.id,
    statuses: history.choices,
    labels,
    link: link?.attribute ?? null,
    by: byWhom(codebook, labels),
  }
}

/** The labels that an attribute belongs to, and those that count as them. */
function labelsOf({ labels }: Codebook, { labels: own }: Attribute): LabelId[] {
  const successors = new Map(labels.map(({ id, successor }) => [id, successor]))
  const countsAs = (id: LabelId): LabelId => {
    const passed = new Set([id])
    let last = id
    for (let next = successors.get(id); next && !passed.has(next); next = successors.get(next)) {
      passed.add(next)
      last = next
    }
    return last
  }
  return labels.map(({ id }) => id).filter(id => own.length === 0 || own.includes(countsAs(id)))
}

const bearing = ({ attributes }: Codebook, labels: readonly LabelId[]): Attribute[] =>
  attributes.filter(one => one.labels.length === 0 || one.labels.some(label => labels.includes(label)))

const byWhom = (codebook: Codebook, labels: readonly LabelId[]): AttributeId[] => {
  const borne = bearing(codebook, labels)
  return BY.flatMap(id => borne.find(one => one.id === id)?.id ?? [])
}
