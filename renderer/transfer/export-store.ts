/** An export: what the person chose of it, then how far it has come, then what it is. */
import { create } from 'zustand'
import type { Checked, Exported, FormatDescription, KnownAnnotator } from '#app/contract'
import { EVERYTHING } from '#app/formats/restriction'
import { call, on } from '../door.ts'
import { useLibrary } from '../library/library-store.ts'
import { chosenCount, selection, useChosen } from '../library/selection-store.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { fetchOffered } from '../shell/download.ts'
import { settled } from '../shell/outbox.ts'

/** What goes out, and how. */
export type Choice = Omit<Checked<'export.write'>, 'job'>

type ExportState =
  | { readonly status: 'choosing'; readonly problem: string | null }
  | { readonly status: 'writing'; readonly job: string; readonly done: number; readonly total: number }
  | { readonly status: 'done'; readonly exported: Exported }

interface ExportStore {
  readonly state: ExportState
  readonly choice: Choice
  readonly formats: readonly FormatDescription[]
  readonly annotators: readonly KnownAnnotator[]
}

const CHOOSING: ExportState = { status: 'choosing', problem: null }

const FIRST: Choice = {
  format: 'jsonl',
  restriction: EVERYTHING,
  raw: false,
  partition: false,
  codebook: false,
  manifest: false,
}

export const useExport = create<ExportStore>(() => ({
  state: CHOOSING,
  choice: FIRST,
  formats: [],
  annotators: [],
}))

/** What of the project the next export begins with, beside what the library has chosen. */
let asked: Partial<Choice['restriction']> = {}

/** Opens the dialog on a part of the project. */
export function openExport(part: Partial<Choice['restriction']>): void {
  asked = part
  openDialog('export')
}

/** Begins anew; the format and its options stay as they were chosen last, the part of the project is what the library has chosen. */
export async function beginExport(): Promise<void> {
  const restriction = { ...EVERYTHING, ...chosenPart(), ...asked }
  asked = {}
  useExport.setState(({ choice }) => ({ state: CHOOSING, choice: { ...choice, restriction } }))
  const [formats, annotators] = await Promise.all([call('export.formats', {}), call('annotator.list', {})])
  if (formats.ok) useExport.setState({ formats: formats.value })
  if (annotators.ok) useExport.setState({ annotators: annotators.value })
}

/** The part of the project that is chosen in the library; nothing said where nothing is. */
export function chosenPart(): Partial<Choice['restriction']> {
  const { chosen } = useChosen.getState()
  if (chosenCount(chosen, useLibrary.getState().total) === 0) return {}
  const part = selection()?.selection
  if (!part) return {}
  return 'articles' in part ? { articles: part.articles } : { filter: part.filter, except: part.except }
}

export const choose = (changed: Partial<Choice>): void =>
  useExport.setState(({ choice }) => ({ choice: { ...choice, ...changed } }))

export const restrict = (changed: Partial<Choice['restriction']>): void =>
  useExport.setState(({ choice }) => ({
    choice: { ...choice, restriction: { ...choice.restriction, ...changed } },
  }))

/** Writes the corpus. In a browser the file is then downloaded. */
export async function exportCorpus(): Promise<void> {
  const job = crypto.randomUUID()
  useExport.setState({ state: { status: 'writing', job, done: 0, total: 0 } })
  const stop = on('progress', progress => {
    if (progress.job === job) useExport.setState({ state: { status: 'writing', ...progress } })
  })
  await settled()
  const outcome = await call('export.write', { ...useExport.getState().choice, job })
  stop()
  if (!outcome.ok)
    return useExport.setState({ state: { status: 'choosing', problem: outcome.failure.message } })
  if (outcome.value === null) return useExport.setState({ state: CHOOSING })
  fetchOffered(outcome.value)
  useExport.setState({ state: { status: 'done', exported: outcome.value } })
}

export const cancelExport = (job: string): void => void call('job.cancel', { job })
