/** The annotation that the inspector shows, and the values that were given last. */
import type { Annotation } from '#app/model/annotation'
import type { LabelId } from '#app/model/ids'
import { isLink } from '#app/register/roles'
import { chosenAnnotation, reading } from '../reader/reader-store.ts'
import { annotate } from '../reader/tagging.ts'
import { codebook } from '../shell/session-store.ts'

/** The annotation that the inspector shows now; undefined where the sentence has none. */
export function currentAnnotation(): Annotation | undefined {
  const now = reading()
  return now && chosenAnnotation(now)
}

/** The values given last, in this window: by label, and by attribute whatever the label. */
const lastOf = new Map<LabelId, Annotation['attributes']>()
const lastValues = new Map<string, string>()

/** Forgets them: what one annotator gave is nothing to another, nor a first reading to a second. */
export function forgetLastValues(): void {
  lastOf.clear()
  lastValues.clear()
}

/** The value that an attribute was given last; undefined before that. */
export const lastValue = (attribute: string): string | undefined => lastValues.get(attribute)

/** Gives a value to an attribute of an annotation; an empty one takes it away, and where it was picked with it. */
export function setValue(annotation: Annotation, attribute: string, value: string): void {
  if (value !== '') lastValues.set(attribute, value)
  annotate(annotation.id, now => {
    const attributes = withValue(now.attributes, attribute, value)
    lastOf.set(annotation.label, attributes)
    return { attributes, mentions: value === '' ? without(now.mentions, attribute) : now.mentions }
  })
}

/** Fills what is empty of the current annotation with the values last given to its label. @returns how many */
export function fillWithLast(): number {
  const annotation = currentAnnotation()
  if (!annotation) return 0
  const given = new Set(Object.keys(annotation.attributes))
  const types = new Map(codebook().attributes.map(one => [one.id as string, one.type]))
  const offered = Object.entries(lastOf.get(annotation.label) ?? {}).filter(
    ([id]) => !given.has(id) && !isLink(id) && types.has(id) && types.get(id) !== 'status-history',
  )
  if (offered.length > 0)
    annotate(annotation.id, now => ({ attributes: { ...Object.fromEntries(offered), ...now.attributes } }))
  return offered.length
}

/** The values with one changed; an empty one goes. */
export function withValue(
  values: Annotation['attributes'],
  id: string,
  value: string,
): Annotation['attributes'] {
  const others = without(values, id)
  return value === '' ? others : { ...others, [id]: value }
}

/** Without what stands under a name. */
export const without = <V>(values: Readonly<Record<string, V>>, id: string): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(values).filter(([other]) => other !== id))

/** Forgets where the value of an attribute stands in the text; the value stays. */
export const forgetMention = (annotation: Annotation, attribute: string): void =>
  annotate(annotation.id, now => ({ mentions: without(now.mentions, attribute) }))
