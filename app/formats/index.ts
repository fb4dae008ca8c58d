/**
 * The registry of formats. To add one: a file that exports a `Format`, and its name here; dialogs, command
 * line and documentation take it from this list.
 */
import { brat } from './brat.ts'
import { claimreview } from './claimreview.ts'
import { asFormat } from './codebook/as-format.ts'
import { html as codebookPage } from './codebook/html.ts'
import { json as codebookJson } from './codebook/json.ts'
import { qdc } from './codebook/qdc.ts'
import { conll } from './conll.ts'
import { csv } from './csv.ts'
import { doccano } from './doccano.ts'
import { docx } from './docx.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { jsonl } from './jsonl.ts'
import { labelStudio } from './label-studio.ts'
import { parquet } from './parquet.ts'
import { pdf } from './pdf.ts'
import { prodigy } from './prodigy.ts'
import { refiQda } from './refi-qda.ts'
import { tei } from './tei.ts'
import { tsv } from './tsv.ts'
import { uimaJson } from './uima-json.ts'
import { uimaXmi } from './uima-xmi.ts'
import { w3c } from './w3c.ts'
import { webannoTsv } from './webanno-tsv.ts'
import { xlsx } from './xlsx.ts'

export const formats: readonly Format[] = [
  jsonl,
  csv,
  tsv,
  xlsx,
  parquet,
  doccano,
  prodigy,
  brat,
  conll,
  webannoTsv,
  uimaXmi,
  uimaJson,
  w3c,
  refiQda,
  tei,
  claimreview,
  html,
  pdf,
  docx,
  asFormat('codebook', codebookJson, 'Labels and attributes, for another project.'),
  asFormat('qdc', qdc, 'Labels as codes, for MAXQDA, ATLAS.ti, NVivo and QualCoder.'),
  asFormat('codebook-html', codebookPage, 'Labels and attributes as a page to read and print.'),
  // Any JSON of tasks may be its own: others are asked first.
  labelStudio,
]

export const formatWithId = (id: string): Format | undefined => formats.find(format => format.id === id)
