/** The registry of codebook formats. To add one: a file that exports a `CodebookFormat`, and its name here. */
import type { CodebookFormat } from './codebook-format.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { qdc } from './qdc.ts'

export const codebookFormats: readonly CodebookFormat[] = [json, qdc, html]
