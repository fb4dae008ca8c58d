/**
 * The registry of formats. To add one: a file that exports a `Format`, and its name here; dialogs, command
 * line and documentation take it from this list.
 */
import { csv } from './csv.ts'
import { doccano } from './doccano.ts'
import type { Format } from './format.ts'
import { jsonl } from './jsonl.ts'
import { parquet } from './parquet.ts'
import { prodigy } from './prodigy.ts'

export const formats: readonly Format[] = [jsonl, csv, prodigy, doccano, parquet]

export const formatWithId = (id: string): Format | undefined => formats.find(format => format.id === id)
