import { idOfName } from '../../codebook/id-of-name.ts'
import { Refusal } from '../../failure.ts'
import { type Attribute, attribute } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import { AttributeId, LabelId } from '../../model/ids.ts'
import { type Label, label } from '../../model/label.ts'
import type { ReadAttribute, ReadLabel } from '../read-corpus.ts'
import type { ReadCodebook } from './codebook-format.ts'

/**
 * A whole codebook of one that was read. Ids that are words stay, others are made of the names; keys stay where
 * they are free; what the file does not say is as in a new label or attribute, and what is too long is cut.
 * Labels and attributes that refer to what is not there, or to themselves, refer to nothing.
 *
 * @throws a refusal (`unreadable`) where there is no label
 */
export function adoptCodebook({ labels, attributes }: ReadCodebook): Codebook {
  if (labels.length === 0) {
    throw new Refusal('unreadable', 'This codebook has no labels. Choose a file that has at least one.')
  }
  const labelIds = idsOf(labels, LabelId.safeParse, 'label').map(id => LabelId.parse(id))
  const attributeIds = idsOf(attributes, AttributeId.safeParse, 'attribute').map(id => AttributeId.parse(id))
  const labelOf = finder(labels, labelIds)
  const attributeOf = finder(attributes, attributeIds)
  const parents = parentsOf(labels, labelIds, labelOf)
  const keys = new Set<string>()
  return {
    labels: labels.map((one, position) =>
      adoptLabel(one, labelIds[position], parents, labelOf, keys, position),
    ),
    attributes: attributes.map((one, position) =>
      adoptAttribute(one, attributeIds[position], labelOf, attributeOf, position),
    ),
  }
}

function adoptLabel(
  read: ReadLabel,
  id: LabelId | undefined,
  parents: ReadonlyMap<LabelId, LabelId>,
  labelOf: (given: string) => LabelId | undefined,
  keys: Set<string>,
  position: number,
): Label {
  if (!id) throw new Error('Every label has been given an id.')
  const retired = read.retired ?? false
  const key = read.key && /^[a-z]$/.test(read.key) && (retired || !keys.has(read.key)) ? read.key : ''
  if (!retired) keys.add(key)
  const successor = read.successor && labelOf(read.successor)
  return label({
    id,
    name: nameOf(read),
    position,
    key,
    summary: cut(read.summary ?? '', 500),
    definition: cut(read.definition ?? '', 10_000),
    inclusion: cut(read.inclusion ?? '', 10_000),
    exclusion: cut(read.exclusion ?? '', 10_000),
    examples: examples(read.examples),
    counterexamples: examples(read.counterexamples),
    parent: parents.get(id) ?? null,
    colour: read.colour ?? 'grey',
    exclusive: read.exclusive ?? false,
    retired,
    successor: successor && successor !== id ? successor : null,
  })
}

function adoptAttribute(
  read: ReadAttribute,
  id: AttributeId | undefined,
  labelOf: (given: string) => LabelId | undefined,
  attributeOf: (given: string) => AttributeId | undefined,
  position: number,
): Attribute {
  if (!id) throw new Error('Every attribute has been given an id.')
  const choices = (read.choices ?? [])
    .map(choice => cut(choice.replace(/[|\r\n]+/g, ' '), 200))
    .filter(Boolean)
  const condition = read.condition && attributeOf(read.condition.attribute)
  const values = read.condition?.values ?? []
  return attribute({
    id,
    name: nameOf(read),
    position,
    definition: cut(read.definition ?? '', 10_000),
    type: read.type ?? 'text',
    choices,
    labels: [...new Set((read.labels ?? []).flatMap(given => labelOf(given) ?? []))],
    required: read.required ?? false,
    preset: cut(read.preset ?? '', 20_000),
    condition: condition && values.length > 0 ? { attribute: condition, values } : null,
  })
}

interface Named {
  readonly id: string
  readonly name: string
}

/** An id for each entry, no two the same. Those that are words already come first to what they are called. */
function idsOf(
  entries: readonly Named[],
  parse: (given: unknown) => { success: boolean },
  otherwise: string,
): string[] {
  const taken = new Set<string>()
  const kept = entries.map(({ id }) => {
    const keeps = parse(id).success && !taken.has(id)
    if (keeps) taken.add(id)
    return keeps
  })
  const next = new Map<string, number>()
  return entries.map(({ id, name }, index) => {
    if (kept[index]) return id
    const word = idOfName(parse(id).success ? id : name) || otherwise
    let free = word
    for (let number = next.get(word) ?? 2; taken.has(free); number++) {
      free = `${cut(word, 56)}-${number}`
      next.set(word, number + 1)
    }
    taken.add(free)
    return free
  })
}

/** Finds the new id of what a file refers to by id, or by name. */
function finder<Id>(entries: readonly Named[], ids: readonly Id[]): (given: string) => Id | undefined {
  const found = new Map<string, Id>()
  for (const key of ['id', 'name'] as const) {
    for (const [index, entry] of entries.entries()) {
      const id = ids[index]
      if (id !== undefined && !found.has(entry[key])) found.set(entry[key], id)
    }
  }
  return given => found.get(given)
}

/** What each label is a kind of, without the links that would close a circle. */
function parentsOf(
  labels: readonly ReadLabel[],
  ids: readonly LabelId[],
  labelOf: (given: string) => LabelId | undefined,
): ReadonlyMap<LabelId, LabelId> {
  const parents = new Map<LabelId, LabelId>()
  for (const [index, { parent }] of labels.entries()) {
    const id = ids[index]
    const above = parent ? labelOf(parent) : undefined
    if (!id || !above) continue
    let one: LabelId | undefined = above
    while (one && one !== id) one = parents.get(one)
    if (one === undefined) parents.set(id, above)
  }
  return parents
}

const nameOf = ({ id, name }: Named): string => cut(name.trim() || id.trim() || 'Unnamed', 100).trim()

const examples = (given: readonly string[] | undefined): string[] =>
  (given ?? [])
    .map(example => cut(example.trim(), 4000).trim())
    .filter(Boolean)
    .slice(0, 200)

/** The beginning of a text, of at most this many UTF-16 units, without half a character at its end. */
const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
