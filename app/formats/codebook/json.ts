import { z } from 'zod'
import { Refusal } from '../../failure.ts'
import { Codebook } from '../../model/codebook.ts'
import { checked, jsonRecord } from '../lines.ts'
import type { ReadCorpus } from '../read-corpus.ts'
import type { CodebookFormat } from './codebook-format.ts'

const FORMAT = 'assay-codebook'
const VERSION = 1

const Head = z.object({
  // A codebook that somebody writes by hand needs neither.
  format: z.literal(FORMAT, `the format is ${FORMAT}`).default(FORMAT),
  version: z.int().min(1).default(VERSION),
})

/** All of a codebook, as Assay itself has it. */
export const json: CodebookFormat = {
  id: 'json',
  name: 'Codebook (Assay)',
  extension: 'json',
  write({ labels, attributes }, { project, at, version }) {
    const head = { format: FORMAT, version: VERSION, project, written: at, by: `Assay ${version}` }
    return `${JSON.stringify({ ...head, labels, attributes }, null, 2)}\n`
  },
  read(file) {
    const value = jsonRecord(file.text(), file.path, z.unknown())
    const { version } = checked(value, file.path, Head)
    if (version > VERSION) {
      throw new Refusal(
        'newer-version',
        `${file.path} is of a newer version of Assay. Update Assay to read it.`,
      )
    }
    return asRead(checked(value, file.path, Codebook))
  },
}

/** A codebook as a file gives it. */
export const asRead = ({ labels, attributes }: Codebook): Pick<ReadCorpus, 'labels' | 'attributes'> => ({
  labels: inOrder(labels),
  attributes: inOrder(attributes),
})

/** By position, which the order then says. */
const inOrder = <T extends { readonly position: number }>(entries: readonly T[]): Omit<T, 'position'>[] =>
  entries.toSorted((a, b) => a.position - b.position).map(({ position: _, ...entry }) => entry)
