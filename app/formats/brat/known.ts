/** What `assay.conf` knows of a collection: what brat's names stand for, and what brat has no place for. */
import { Refusal } from '../../failure.ts'
import type { GivenFile } from '../format.ts'
import { jsonRecord, linesOf } from '../lines.ts'
import type { ReadAnnotator, ReadAttribute, ReadLabel } from '../read-corpus.ts'
import { Document, Head } from './assay-file.ts'

export interface Known {
  readonly labels: readonly ReadLabel[]
  readonly attributes: readonly ReadAttribute[]
  /** The types of brat that these labels and attributes have. */
  readonly types: ReadonlySet<string>
  /** @param stem path without its ending */
  documentAt(stem: string): KnownDocument | undefined
}

export interface KnownDocument {
  readonly head: Names
  readonly document: Document
  /** For refusals. */
  readonly place: string
}

/** From brat's names to ours; undefined for what came later. */
export interface Names {
  label(type: string): string | undefined
  attribute(type: string, value: string): readonly [id: string, value: string] | undefined
  annotatorNamed(value: string): ReadAnnotator | undefined
  annotatorWithId(id: string): ReadAnnotator
}

/** Of all collections among the files. Lines of articles are parsed when they are asked for. */
export function knownIn(files: readonly GivenFile[]): Known {
  const labels = new Map<string, ReadLabel>()
  const attributes = new Map<string, ReadAttribute>()
  const types = new Set<string>()
  const documents = new Map<string, () => KnownDocument>()
  for (const file of files) {
    const found = /^(.*\/)?assay\.conf$/i.exec(file.path)
    if (!found) continue
    const [, folder = ''] = found
    let names: Names | undefined
    for (const { line, number } of linesOf(file.text())) {
      const place = `${file.path}, line ${number},`
      if (!names) {
        const head = jsonRecord(line, place, Head)
        names = namesOf(head)
        for (const { brat, label } of head.labels) {
          types.add(brat)
          labels.set(label.id, label)
        }
        for (const { brat, attribute } of head.attributes) {
          types.add(brat)
          attributes.set(attribute.id, attribute)
        }
        continue
      }
      const stem = /^\{"file":"([\w.-]+)"/.exec(line)?.[1]
      if (stem === undefined)
        throw new Refusal('unreadable', `${place} is not as Assay writes it. Export the collection again.`)
      const head = names
      documents.set(`${folder}${stem}`, () => ({
        head,
        document: jsonRecord(line, place, Document),
        place,
      }))
    }
  }
  return {
    labels: [...labels.values()],
    attributes: [...attributes.values()],
    types,
    documentAt: stem => documents.get(stem)?.(),
  }
}

function namesOf({ labels, attributes, annotators }: Head): Names {
  const labelIds = new Map(labels.map(({ brat, label }) => [brat, label.id]))
  const byType = new Map(
    attributes.map(({ brat, attribute, values }) => [
      brat,
      { id: attribute.id, choices: new Map(values.map(([choice, value]) => [value, choice])) },
    ]),
  )
  const who = annotators.map(({ brat, annotator }) => ({
    brat,
    read: { annotator: annotator.name, annotatorId: annotator.id },
  }))
  const byValue = new Map(who.map(({ brat, read }) => [brat, read]))
  const byId = new Map(who.map(({ read }) => [read.annotatorId as string, read]))
  return {
    label: type => labelIds.get(type),
    attribute: (type, value) => {
      const known = byType.get(type)
      return known && [known.id, known.choices.get(value) ?? value]
    },
    annotatorNamed: value => byValue.get(value),
    annotatorWithId: id => byId.get(id) ?? { annotatorId: id },
  }
}
