/** How the labels and attributes that a file names become those of the project. */
import { adoptCodebook } from '#app/formats/codebook/adopt-codebook'
import type { ReadAttribute, ReadCorpus, ReadLabel } from '#app/formats/read-corpus'
import type { Attribute } from '#app/model/attribute'
import type { Codebook } from '#app/model/codebook'
import type { LabelId } from '#app/model/ids'
import { LabelColour } from '#app/model/label'
import type { Draft } from './source.ts'

/**
 * What becomes of labels that the codebook has not, by the name in the file: a label of the codebook instead, or
 * `add`. Those that are not named here are left out, and so are their annotations.
 */
export type LabelChoices = Readonly<Record<string, LabelId | 'add'>>

/** What a file says of labels and attributes. */
export type FileCodebook = Pick<ReadCorpus, 'labels' | 'attributes'>

export const NO_CODEBOOK: FileCodebook = { labels: [], attributes: [] }

/** A label that a file uses and the codebook has not. */
export interface UnknownLabel {
  readonly name: string
  /** How many annotations in the file have it. */
  readonly count: number
}

/** The labels of a file that the codebook has not, the most used first. */
export function unknownLabels(
  codebook: Codebook,
  file: FileCodebook,
  drafts: readonly Draft[],
): UnknownLabel[] {
  const counts = new Map<string, number>(file.labels.map(({ name }) => [name, 0]))
  for (const { label } of drafts.flatMap(draft => draft.annotations ?? [])) {
    const name = nameIn(file.labels, label)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .filter(([name]) => !named(codebook.labels, name, file.labels))
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
}

/** The way from the words of a file to ids of the project. */
export interface Adoption {
  /** The labels and attributes that the codebook gets. */
  readonly added: Codebook
  label(given: string): LabelId | undefined
  attribute(given: string): Attribute | undefined
}

/** Of a file that names no labels. */
export const NO_ADOPTION: Adoption = {
  added: { labels: [], attributes: [] },
  label: () => undefined,
  attribute: () => undefined,
}

/**
 * Finds the labels and attributes of a file in the codebook, by id or name, and makes those that are to be added.
 * An attribute that the codebook has not is added where a label is, or where the file itself says what it is.
 */
export function adopt(
  codebook: Codebook,
  file: FileCodebook,
  drafts: readonly Draft[],
  choices: LabelChoices,
): Adoption {
  const added = unknownLabels(codebook, file, drafts).filter(({ name }) => choices[name] === 'add')
  const all = enlarged(codebook, file, added, drafts)
  const labels = all.labels.slice(codebook.labels.length)
  const attributes = all.attributes.slice(codebook.attributes.length)
  const find = memo((given: string) => {
    const name = nameIn(file.labels, given)
    const choice = Object.hasOwn(choices, name) ? choices[name] : undefined
    return (named(all.labels, given, file.labels)?.id ?? (choice && choice !== 'add' ? choice : undefined)) as
      | LabelId
      | undefined // the labels of a codebook have their ids
  })
  return {
    added: { labels, attributes },
    label: find,
    attribute: memo((given: string) => named(all.attributes, given, file.attributes)),
  }
}

/** The codebook with what is added to it at its end. */
function enlarged(
  { labels, attributes }: Codebook,
  file: FileCodebook,
  added: readonly UnknownLabel[],
  drafts: readonly Draft[],
): Codebook {
  const ourLabel = (given: string) => named(labels, given, file.labels)?.id ?? given
  const newLabels = added.map(({ name }, index): ReadLabel => {
    const said = file.labels.find(one => one.name === name)
    const colour = LabelColour.options[(labels.length + index) % LabelColour.options.length]
    return {
      ...(colour ? { colour } : {}),
      name,
      ...said,
      id: ownId(said),
      parent: said?.parent ? ourLabel(said.parent) : null,
    }
  })
  const newAttributes = unknownAttributes(attributes, file, added.length > 0 ? drafts : []).map(
    (name): ReadAttribute => {
      const said = file.attributes.find(one => one.name === name)
      return { name, ...said, id: ownId(said), labels: (said?.labels ?? []).map(ourLabel) }
    },
  )
  return adoptCodebook({ labels: [...labels, ...newLabels], attributes: [...attributes, ...newAttributes] })
}

/** The names of attributes that annotations in the file have, and the codebook has not. */
function unknownAttributes(
  ours: Codebook['attributes'],
  file: FileCodebook,
  drafts: readonly Draft[],
): string[] {
  const used = drafts
    .flatMap(draft => draft.annotations ?? [])
    .flatMap(one => Object.keys(one.attributes ?? {}))
  const names = new Set(used.map(name => nameIn(file.attributes, name)))
  return [...names].filter(name => !named(ours, name, file.attributes))
}

/** The id that a file has beside a name; empty where it has but the name, of which an id is then made. */
const ownId = (said: Named | undefined): string => (said && said.id !== said.name ? said.id : '')

type Named = { readonly id: string; readonly name: string }

/** The one that a file means: by id or name as given, or by what the file says the name of that id is. */
function named<T extends Named>(ours: readonly T[], given: string, theirs: readonly Named[]): T | undefined {
  const names = [given, nameIn(theirs, given)].map(plain)
  return ours.find(one => names.includes(plain(one.id)) || names.includes(plain(one.name)))
}

const nameIn = (theirs: readonly Named[], given: string): string =>
  theirs.find(one => one.id === given)?.name ?? given

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase()

/** A function of few words, asked often. */
function memo<T>(work: (given: string) => T): (given: string) => T {
  const known = new Map<string, T>()
  return given => {
    if (!known.has(given)) known.set(given, work(given))
    return known.get(given) as T // set just before
  }
}
