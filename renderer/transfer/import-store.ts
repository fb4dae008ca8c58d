/** An import under way, or the last one: what became of each file. */
import { v7 as uuidv7 } from 'uuid'
import { create } from 'zustand'
import { type ImportedArticle, type Input, LARGEST_FILE } from '#app/contract'
import { GroupId } from '#app/model/ids'
import { call } from '../door.ts'
import { openArticle, reading } from '../reader/reader-store.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { settled } from '../shell/outbox.ts'

export interface FileResult {
  /** Its place in the import, from 1. */
  readonly number: number
  readonly name: string
  readonly articles: readonly ImportedArticle[]
  /** Why the file was refused; null where it was not. */
  readonly refused: string | null
}

interface ImportState {
  readonly total: number
  readonly results: readonly FileResult[]
  readonly running: boolean
  readonly cancelled: boolean
}

export const useImport = create<ImportState>(() => ({
  total: 0,
  results: [],
  running: false,
  cancelled: false,
}))

/** Imports files one after the other, and shows how far it has come. One undo takes all of them back. */
export async function importFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0 || useImport.getState().running) return
  useImport.setState({ total: files.length, results: [], running: true, cancelled: false })
  openDialog('import')
  await settled()
  const group = GroupId.parse(uuidv7())
  for (const file of files) {
    if (useImport.getState().cancelled) break
    const result = await importFile(file, group)
    useImport.setState(({ results }) => ({
      results: [...results, { number: results.length + 1, ...result }],
    }))
  }
  useImport.setState({ running: false })
  const [first] = useImport.getState().results.flatMap(result => result.articles)
  if (first && !reading()) await openArticle(first.article)
}

/** Stops after the file that is being read. What has been imported stays; undo takes it back. */
export const cancelImport = (): void => useImport.setState({ cancelled: true })

/**
 * Imports a pasted text and opens it.
 *
 * @returns why it was refused, null where it was not; and whether it was in the project already
 */
export async function importPaste(
  title: string,
  text: string,
): Promise<{ refused: string | null; known: boolean }> {
  await settled()
  const result = await importContent('', GroupId.parse(uuidv7()), { kind: 'paste', title, text })
  const [article] = result.articles
  if (article) await openArticle(article.article)
  return { refused: result.refused, known: article?.added === false }
}

async function importFile(file: File, group: GroupId): Promise<Omit<FileResult, 'number'>> {
  if (file.size > LARGEST_FILE)
    return refusal(file.name, 'The file is larger than 64 MB. Split it, then import the parts.')
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return await importContent(file.name, group, { kind: 'file', name: file.name, bytes })
  } catch {
    return refusal(file.name, 'The file can no longer be read. Choose it again.')
  }
}

async function importContent(
  name: string,
  group: GroupId,
  content: Input<'article.import'>['content'],
): Promise<Omit<FileResult, 'number'>> {
  const outcome = await call('article.import', { group, content })
  return outcome.ok
    ? { name, articles: outcome.value, refused: null }
    : refusal(name, outcome.failure.message)
}

const refusal = (name: string, refused: string): Omit<FileResult, 'number'> => ({
  name,
  articles: [],
  refused,
})
