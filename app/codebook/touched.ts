import { canonical } from '../model/canonical.ts'
import type { Codebook } from '../model/codebook.ts'
import type { AttributeId, LabelId } from '../model/ids.ts'
import { countsAs } from './counts-as.ts'

/** What annotations a change of the codebook touches: those with one of these labels, or a value of these attributes. */
export interface Touched {
  readonly labels: readonly LabelId[]
  readonly attributes: readonly AttributeId[]
}

/** What of a label says what its annotations mean. The rest is how it looks, and where it stands. */
const LABEL_MEANING = [
  'name',
  'definition',
  'inclusion',
  'exclusion',
  'parent',
  'exclusive',
  'retired',
  'successor',
] as const
const ATTRIBUTE_MEANING = ['name', 'definition', 'type', 'choices', 'labels', 'condition'] as const

/** The labels and attributes whose annotations mean something else afterwards, with those that count as them. */
export function touchedBy(before: Codebook, after: Codebook): Touched {
  const changed = before.labels
    .filter(one =>
      differs(
        one,
        after.labels.find(other => other.id === one.id),
        LABEL_MEANING,
      ),
    )
    .map(one => one.id)
  const set = new Set(changed)
  return {
    labels: before.labels
      .map(one => one.id)
      .filter(id => set.has(id) || set.has(countsAs(before.labels, id))),
    attributes: before.attributes
      .filter(one =>
        differs(
          one,
          after.attributes.find(other => other.id === one.id),
          ATTRIBUTE_MEANING,
        ),
      )
      .map(one => one.id),
  }
}

function differs<T extends object, F extends keyof T>(
  one: T,
  other: T | undefined,
  fields: readonly F[],
): boolean {
  return other === undefined || fields.some(field => canonical(one[field]) !== canonical(other[field]))
}
