/**
 * The registry of formats. To add one: a file that exports a `Format`, and its name here; dialogs, command
 * line and documentation take it from this list.
 */
import { brat } from './brat.ts'
import { conll } from './conll.ts'
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { jsonl } from './jsonl.ts'
import { refiQda } from './refi-qda.ts'
import { tsv } from './tsv.ts'
import { uimaJson } from './uima-json.ts'
import { uimaXmi } from './uima-xmi.ts'
import { webannoTsv } from './webanno-tsv.ts'

export const formats: readonly Format[] = [
  jsonl,
  csv,
  tsv,
  webannoTsv,
  uimaXmi,
  uimaJson,
  refiQda,
  brat,
  conll,
]

export const formatWithId = (id: string): Format | undefined => formats.find(format => format.id === id)
