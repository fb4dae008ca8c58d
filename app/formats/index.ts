/**
 * The registry of formats. To add one: a file that exports a `Format`, and its name here; dialogs, command
 * line and documentation take it from this list.
 */
import { csv } from './csv.ts'
import { docx } from './docx.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { jsonl } from './jsonl.ts'
import { pdf } from './pdf.ts'

export const formats: readonly Format[] = [jsonl, csv, html, pdf, docx]

export const formatWithId = (id: string): Format | undefined => formats.find(format => format.id === id)
