/** Figures as files, at a place that the host asks for. */
import { csvText } from '#app/formats/table/csv-text'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { fetchOffered } from '../shell/download.ts'
import { notify } from '../shell/notices.ts'
import type { Drawing } from './drawing.ts'
import { pngOf, svgFile } from './svg-file.ts'

export type Rows = readonly (readonly (string | number)[])[]

export type FileType = 'csv' | 'svg' | 'png'

export const saveTable = async (name: string, rows: Rows): Promise<void> =>
  save(name, 'csv', new TextEncoder().encode(csvText(rows)))

export const saveSvg = async (drawing: Drawing): Promise<void> =>
  save(drawing.title, 'svg', new TextEncoder().encode(svgFile(drawing)))

export const savePng = async (drawing: Drawing): Promise<void> =>
  save(drawing.title, 'png', await pngOf(svgFile(drawing)))

async function save(name: string, type: FileType, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const outcome = await call('export.save', { name: name.slice(0, 200), type, bytes })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  if (outcome.value === null) return
  fetchOffered(outcome.value)
  notify(say('agreement.saved', { file: outcome.value.fileName }))
}
