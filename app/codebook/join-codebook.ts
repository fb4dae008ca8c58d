import { adoptCodebook } from '../formats/codebook/adopt-codebook.ts'
import type { ReadCodebook } from '../formats/codebook/codebook-format.ts'
import type { ReadAttribute, ReadLabel } from '../formats/read-corpus.ts'
import type { Codebook } from '../model/codebook.ts'

/**
 * A codebook with what a file says of it. A label or attribute of the file is one of ours where it has its id, else
 * where it has its name; then what the file says of it is taken over, and what it does not say stays. Others are added
 * at the end. Nothing of ours goes.
 *
 * @throws a refusal (`unreadable`) where neither has a label
 */
export function joinCodebook(ours: Codebook, file: ReadCodebook): Codebook {
  const label = matching(ours.labels, file.labels)
  const attribute = matching(ours.attributes, file.attributes)
  const labels = file.labels.map(
    (one): ReadLabel => ({
      ...one,
      id: label(one.id),
      ...(one.parent === undefined ? {} : { parent: one.parent && label(one.parent) }),
    }),
  )
  const attributes = file.attributes.map(
    (one): ReadAttribute => ({
      ...one,
      id: attribute(one.id),
      ...(one.labels ? { labels: one.labels.map(label) } : {}),
      ...(one.condition
        ? { condition: { ...one.condition, attribute: attribute(one.condition.attribute) } }
        : {}),
    }),
  )
  return adoptCodebook({
    labels: overlaid<ReadLabel>(ours.labels, labels),
    attributes: overlaid<ReadAttribute>(ours.attributes, attributes),
  })
}

interface Named {
  readonly id: string
  readonly name: string
}

/**
 * Says what a label or attribute of the file, by its id or name there, is called here: by the same id, else by the same
 * name, whatever its case. Each of ours is one of theirs at most; what is none of ours is called as there.
 */
function matching(ours: readonly Named[], theirs: readonly Named[]): (given: string) => string {
  const ids = new Set(ours.map(one => one.id))
  const found = new Map(theirs.filter(one => ids.has(one.id)).map(({ id }) => [id, id]))
  const free = Map.groupBy(
    ours.filter(one => !found.has(one.id)),
    one => plain(one.name),
  )
  for (const { id, name } of theirs) {
    if (found.has(id)) continue
    found.set(id, free.get(plain(name))?.shift()?.id ?? id)
  }
  const named = new Map(theirs.map(one => [one.name, found.get(one.id) ?? one.id]))
  return given => found.get(given) ?? named.get(given) ?? given
}

/** Ours with what is said of each, then what is new. */
function overlaid<T extends Named>(ours: readonly T[], theirs: readonly T[]): T[] {
  const said = new Map(theirs.map(one => [one.id, one]))
  const known = new Set(ours.map(one => one.id))
  return [...ours.map(one => ({ ...one, ...said.get(one.id) })), ...theirs.filter(one => !known.has(one.id))]
}

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase()
