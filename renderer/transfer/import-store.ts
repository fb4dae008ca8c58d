/** An import: the files that the person chose, looked at before they come in, then what became of each. */

import { zipSync } from 'fflate'
import { v7 as uuidv7 } from 'uuid'
import { create } from 'zustand'
import {
  type Columns,
  type Content,
  type FetchedFile,
  type ImportedFile,
  LARGEST_FILE,
  type SourcePreview,
} from '#app/contract'
import { together } from '#app/formats/together'
import type { Metadata } from '#app/model/article'
import { GroupId, type LabelId } from '#app/model/ids'
import { bibliographiesFirst } from '#app/model/source-endings'
import { call, callStep, currentWork } from '../door.ts'
import { say } from '../messages/messages.ts'
import { openArticle, reading } from '../reader/reader-store.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { sendOnce, settled } from '../shell/outbox.ts'

/** A file that is to come in. */
export interface Chosen {
  /** Its place in the import, from 1. */
  readonly number: number
  readonly name: string
  /** Reads its bytes, again each time: a thousand files do not stand in memory. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>
  readonly size: number
  /** For a page that was fetched. */
  readonly url?: string
  /** The addresses that led to that one. */
  readonly redirects?: readonly string[]
  readonly charset?: string
  /** For a table, as the person chose them. */
  readonly columns?: Columns
  /** What the person corrected, by the place of the draft in the file. */
  readonly corrections: Readonly<Record<number, Partial<Metadata>>>
  /** What becomes of labels that the codebook has not; see `article.import`. */
  readonly labels: Readonly<Record<string, LabelId | 'add'>>
  readonly preview: Preview
  readonly result: Result | null
}

type Preview =
  | { readonly status: 'none' | 'loading' }
  | { readonly status: 'ready'; readonly preview: SourcePreview }
  | { readonly status: 'failed'; readonly message: string }

/** What became of a file. */
export type Result = ImportedFile | { readonly failed: string }

interface ImportState {
  readonly phase: 'choosing' | 'running' | 'done'
  readonly files: readonly Chosen[]
  /** The number of the file that is looked at. */
  readonly shown: number
  readonly cancelled: boolean
  /** Why an address could not be fetched; null where there is nothing to say. */
  readonly problem: string | null
  readonly fetching: boolean
}

const FRESH: ImportState = {
  phase: 'choosing',
  files: [],
  shown: 1,
  cancelled: false,
  problem: null,
  fetching: false,
}

export const useImport = create<ImportState>(() => FRESH)

const change = (number: number, changed: Partial<Chosen>): void =>
  useImport.setState(({ files }) => ({
    files: files.map(file => (file.number === number ? { ...file, ...changed } : file)),
  }))

/** One that no file of a list has. */
const nextNumber = (files: readonly Chosen[]): number => Math.max(0, ...files.map(({ number }) => number)) + 1

/** Puts files on the list and opens the dialog; an import that is over makes room. */
export function chooseForImport(files: readonly File[]): void {
  if (files.length === 0 || useImport.getState().phase === 'running') return
  const before = useImport.getState().phase === 'done' ? [] : useImport.getState().files
  const { alone, corpora } = together(files, pathOf)
  const sources = [
    ...alone.map(file => ({ name: file.name, size: file.size, bytes: () => bytesOf(file) })),
    ...corpora.map(corpusOf),
  ]
  const first = nextNumber(before)
  const added = sources.map(
    (source, place): Chosen => ({
      ...source,
      number: first + place,
      corrections: {},
      labels: {},
      preview: { status: 'none' },
      result: null,
    }),
  )
  useImport.setState({ ...FRESH, files: [...before, ...added], shown: first })
  openDialog('import')
  void look(first)
}

/** The files of one corpus, as the archive that main reads them from. */
function corpusOf(files: readonly File[]): Pick<Chosen, 'name' | 'size' | 'bytes'> {
  const folder = /^([^/]+)\//.exec(files[0]?.webkitRelativePath ?? '')?.[1] ?? say('transfer.corpus')
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const bytes = async () => {
    const members = await Promise.all(files.map(async file => [pathOf(file), await bytesOf(file)] as const))
    return zipSync(Object.fromEntries(members), { level: 0 })
  }
  return { name: `${folder}.zip`, size, bytes }
}

const pathOf = (file: File): string => file.webkitRelativePath || file.name

const bytesOf = async (file: File): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.arrayBuffer())

/** Begins with an empty list: files and addresses are added in the dialog. */
export function beginImport(): void {
  if (useImport.getState().phase !== 'running') useImport.setState(FRESH)
  openDialog('import')
}

/** Takes a file off the list. */
export function leaveOut(number: number): void {
  useImport.setState(({ files, shown }) => {
    const left = files.filter(file => file.number !== number)
    return { files: left, shown: shown === number ? (left[0]?.number ?? 1) : shown }
  })
  void look(useImport.getState().shown)
}

/** Fetches pages, one address a line, and puts them on the list. */
export async function fetchAddresses(addresses: string): Promise<void> {
  const problems: string[] = []
  useImport.setState({ fetching: true, problem: null })
  for (const address of addresses.split(/\s+/).filter(Boolean)) {
    const outcome = await call('source.fetch', { address })
    if (!outcome.ok) problems.push(`${address}: ${outcome.failure.message}`)
    else addFetched(outcome.value)
  }
  useImport.setState({ fetching: false, problem: problems.join('\n') || null })
}

function addFetched({ name, bytes, url, redirects, charset }: FetchedFile): void {
  const content = Uint8Array.from(atob(bytes), character => character.charCodeAt(0))
  const number = nextNumber(useImport.getState().files)
  const file: Chosen = {
    number,
    name,
    size: content.length,
    bytes: async () => content,
    url,
    redirects,
    ...(charset ? { charset } : {}),
    corrections: {},
    labels: {},
    preview: { status: 'none' },
    result: null,
  }
  useImport.setState(({ files }) => ({ files: [...files, file], shown: number }))
  void look(number)
}

/** Shows a file before it comes in. */
export async function look(number: number): Promise<void> {
  useImport.setState({ shown: number })
  const file = useImport.getState().files.find(one => one.number === number)
  if (file?.preview.status !== 'none') return
  change(number, { preview: { status: 'loading' } })
  const outcome = await readInto(file, content => call('source.preview', { content }))
  if (!outcome.ok) return change(number, { preview: { status: 'failed', message: outcome.message } })
  // The labels of an annotated corpus are why it comes in; those of a table may be anything.
  const { unknownLabels, table } = outcome.value
  const labels = Object.fromEntries(table ? [] : unknownLabels.map(({ name }) => [name, 'add' as const]))
  change(number, { labels, preview: { status: 'ready', preview: outcome.value } })
}

/** Chooses what the columns of a table are, and shows the file anew. */
export function chooseColumns(number: number, columns: Columns): void {
  change(number, { columns, corrections: {}, preview: { status: 'none' } })
  void look(number)
}

/** Corrects what is known of a draft. */
export function correct(file: Chosen, draft: number, metadata: Partial<Metadata>): void {
  change(file.number, {
    corrections: { ...file.corrections, [draft]: { ...file.corrections[draft], ...metadata } },
  })
}

/** Chooses what becomes of a label that the codebook has not; null leaves it out. */
export function chooseLabel(file: Chosen, name: string, choice: LabelId | 'add' | null): void {
  const { [name]: _, ...others } = file.labels
  change(file.number, { labels: choice === null ? others : { ...others, [name]: choice } })
}

/** Imports the files one after the other, and shows how far it has come. One undo takes all of them back. */
export async function runImport(): Promise<void> {
  useImport.setState({ phase: 'running', cancelled: false })
  // Of what is open when it begins, whatever is opened meanwhile.
  const into = { group: GroupId.parse(uuidv7()), work: currentWork() }
  await settled()
  for (const { number } of bibliographiesFirst(useImport.getState().files, file => file.name)) {
    if (useImport.getState().cancelled) break
    const file = useImport.getState().files.find(one => one.number === number)
    if (file) change(number, { result: await importOne(file, into) })
  }
  useImport.setState({ phase: 'done' })
  const [first] = useImport
    .getState()
    .files.flatMap(({ result }) => (result && 'articles' in result ? result.articles : []))
  if (first && !reading()) await openArticle(first.article)
}

/** Whether files come in just now. */
export const isImporting = (): boolean => useImport.getState().phase === 'running'

/** Resolves once no files come in any more. */
export function importDone(): Promise<void> {
  if (!isImporting()) return Promise.resolve()
  return new Promise(resolve => {
    const off = useImport.subscribe(({ phase }) => {
      if (phase === 'running') return
      off()
      resolve()
    })
  })
}

/** Stops after the file that is being read. What has been imported stays; undo takes it back. */
export const cancelImport = (): void => useImport.setState({ cancelled: true })

/** Has what reads texts started while the person still chooses one. */
export const expectText = (): void => void call('source.expect', {})

/**
 * Imports a pasted text and opens it.
 *
 * @returns why it was refused, null where it was not; and whether it was in the project already
 */
export async function importPaste(
  title: string,
  text: string,
): Promise<{ refused: string | null; known: boolean }> {
  const content: Content = { kind: 'paste', title, text }
  const outcome = await sendOnce('article.import', { group: GroupId.parse(uuidv7()), content })
  if (!outcome.ok) return { refused: outcome.failure.message, known: false }
  const [article] = outcome.value.articles
  if (article) await openArticle(article.article)
  return { refused: null, known: article?.added === false }
}

interface Into {
  readonly group: GroupId
  readonly work: string
}

async function importOne(file: Chosen, { group, work }: Into): Promise<Result> {
  const corrections = Object.entries(file.corrections).map(([draft, metadata]) => ({
    draft: Number(draft),
    metadata,
  }))
  const outcome = await readInto(file, content =>
    callStep('article.import', { group, content, corrections, labels: file.labels }, work),
  )
  return outcome.ok ? outcome.value : { failed: outcome.message }
}

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

/** Reads a file and asks main what it makes of it. */
async function readInto<T>(
  { name, size, bytes, url, charset, columns }: Chosen,
  ask: (content: Content) => Promise<{ ok: true; value: T } | { ok: false; failure: { message: string } }>,
): Promise<Answer<T>> {
  if (size > LARGEST_FILE) return { ok: false, message: say('transfer.too-large') }
  try {
    const outcome = await ask({
      kind: 'file',
      name,
      bytes: await bytes(),
      ...(url ? { url } : {}),
      ...(charset ? { charset } : {}),
      ...(columns ? { columns } : {}),
    })
    return outcome.ok ? outcome : { ok: false, message: outcome.failure.message }
  } catch {
    return { ok: false, message: say('transfer.gone') }
  }
}
