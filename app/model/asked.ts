/** Which attributes an annotation is asked for. */
import type { Annotation } from './annotation.ts'
import { type Attribute, BETWEEN_CHOICES } from './attribute.ts'
import { attributesOf, type Codebook } from './codebook.ts'

type Described = Pick<Annotation, 'label' | 'attributes'>

/**
 * The attributes of an annotation's label whose condition holds, in their order. A condition on an attribute that is
 * itself not asked for does not hold, though its value is kept.
 */
export function askedAttributes(codebook: Codebook, { label, attributes }: Described): Attribute[] {
  const borne = attributesOf(codebook, label)
  const values = new Map(Object.entries(attributes))
  const isAsked = (one: Attribute, passed: readonly string[]): boolean => {
    const { condition } = one
    if (condition === null) return true
    const other = borne.find(({ id }) => id === condition.attribute)
    // A circle of conditions, or one on what the label does not have, is never fulfilled.
    if (!other || passed.includes(other.id)) return false
    const given = (values.get(other.id) ?? '').split(BETWEEN_CHOICES)
    return condition.values.some(value => given.includes(value)) && isAsked(other, [...passed, other.id])
  }
  return borne.filter(one => isAsked(one, [one.id]))
}

/** The required attributes that are asked for and have no value. */
export const missingAttributes = (codebook: Codebook, annotation: Described): Attribute[] => {
  const given = new Set(Object.keys(annotation.attributes))
  return askedAttributes(codebook, annotation).filter(({ id, required }) => required && !given.has(id))
}
