import { create } from 'zustand'
import type { Exported } from '#app/contract'
import { call, on } from '../door.ts'
import { settled } from '../shell/outbox.ts'

type ExportState =
  | { readonly status: 'choosing'; readonly problem: string | null }
  | { readonly status: 'writing'; readonly job: string; readonly done: number; readonly total: number }
  | { readonly status: 'done'; readonly exported: Exported }

const CHOOSING: ExportState = { status: 'choosing', problem: null }

export const useExport = create<{ readonly state: ExportState }>(() => ({ state: CHOOSING }))

export const resetExport = (): void => useExport.setState({ state: CHOOSING })

/** Writes the corpus. In a browser the file is then downloaded. */
export async function exportCorpus(format: string, raw: boolean): Promise<void> {
  const job = crypto.randomUUID()
  useExport.setState({ state: { status: 'writing', job, done: 0, total: 0 } })
  const stop = on('progress', progress => {
    if (progress.job === job) useExport.setState({ state: { status: 'writing', ...progress } })
  })
  await settled()
  const outcome = await call('export.write', { format, raw, job })
  stop()
  if (!outcome.ok)
    return useExport.setState({ state: { status: 'choosing', problem: outcome.failure.message } })
  if (outcome.value === null) return resetExport()
  if (outcome.value.download) download(outcome.value.download, outcome.value.fileName)
  useExport.setState({ state: { status: 'done', exported: outcome.value } })
}

export const cancelExport = (job: string): void => void call('job.cancel', { job })

function download(address: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
}
