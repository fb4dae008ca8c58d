/** An export: what the person chose of it, then how far it has come, then what it is. */
import { create } from 'zustand'
import type { Checked, Exported, FormatDescription, KnownAnnotator } from '#app/contract'
import { EVERYTHING } from '#app/formats/restriction'
import { call } from '../door.ts'
import { useLibrary } from '../library/library-store.ts'
import { chosenCount, selection, useChosen } from '../library/selection-store.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { CHOOSING, type Writing, write } from './writing.ts'

/** What goes out, and how. */
export type Choice = Omit<Checked<'export.write'>, 'job'>

interface ExportStore {
  readonly state: Writing<Exported>
  readonly choice: Choice
  readonly formats: readonly FormatDescription[]
  readonly annotators: readonly KnownAnnotator[]
}

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

/** Writes the corpus. */
export const exportCorpus = (): Promise<void> =>
  write<Exported>(
    state => useExport.setState({ state }),
    job => call('export.write', { ...useExport.getState().choice, job }),
  )
