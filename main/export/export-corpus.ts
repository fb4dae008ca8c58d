import { createHash } from 'node:crypto'
import { Refusal } from '#app/failure'
import { CODEBOOK_FILE, MANIFEST_FILE } from '#app/formats/beside'
import type { Format, WriteOptions, WrittenFile } from '#app/formats/format'
import { LOSSES } from '#app/formats/losses'
import { type ManifestFile, manifestText } from '#app/formats/manifest'
import { EVERYTHING, type Restriction } from '#app/formats/restriction'
import type { AnnotatorId } from '#app/model/ids'
import { version } from '#main/services/version'
import type { Store } from '#main/store/store'
import { type CountedCorpus, corpusOf } from './corpus-of.ts'
import { typefaces } from './typefaces.ts'
import { writeFolder } from './write-folder.ts'
import { writeWhole } from './write-whole.ts'
import { zipped } from './zipped.ts'

/** Milliseconds of work between two moments in which others may work, and a cancellation is heard. */
const SLICE = 20

export interface Watch {
  /** Called now and then with the articles done and those there are. */
  onProgress?(done: number, total: number): void
  /** Stops the work when it is aborted. */
  readonly signal?: AbortSignal
}

/** What goes out, and how. */
export interface ExportPlan extends Partial<Pick<WriteOptions, 'raw' | 'partition'>> {
  readonly format: Format
  readonly restriction?: Restriction
  /** Who exports: the filter of the restriction is about their progress. */
  readonly by?: AnnotatorId
  /** Whether the codebook, or a manifest, goes along in a file of its own. */
  readonly codebook?: boolean
  readonly manifest?: boolean
  /** What several files become. */
  readonly several?: 'folder' | 'zip'
}

/** What decides how many files an export is. */
interface OutputShape extends Pick<ExportPlan, 'codebook' | 'manifest'> {
  readonly format: Pick<Format, 'packaging'>
}

/** Whether an export is one file; else it is a folder of several, or one zip of them. */
export const isOneFile = ({ format, codebook, manifest }: OutputShape): boolean =>
  format.packaging !== 'folder' && !codebook && !manifest

/**
 * Writes the corpus of a project, or a part of it, whole or not at all, as it stood when the export began: to a
 * file at `path`, or where there are several files, into a new folder there, or one zip. Throws a refusal: `disk`, `exists`, `cancelled`, or `invalid-input` where the format only reads.
 */
export async function exportCorpus(
  store: Store,
  plan: ExportPlan,
  path: string,
  watch: Watch = {},
): Promise<{ articles: number; bytes: number }> {
  return store.asOfNow(async () => {
    const pace = pacer(watch)
    const onArticle = (done: number) => pace.note(done, corpus.count)
    const corpus = corpusOf(store, plan.restriction, onArticle, plan.by)
    const files = filesOf(plan, corpus, pace.paced)
    const bytes = await writeTo(path, plan, files)
    return { articles: corpus.count, bytes }
  })
}

async function writeTo(path: string, plan: ExportPlan, files: AsyncGenerator<WrittenFile>): Promise<number> {
  if (isOneFile(plan)) {
    for await (const { content } of files) return writeWhole(path, content)
    throw new Error(`${plan.format.id} wrote no file`)
  }
  if (plan.several === 'zip') return writeWhole(path, zipped(files))
  return writeFolder(path, files)
}

type Paced = (content: WrittenFile['content']) => AsyncGenerator<string | Uint8Array>

/** The files of an export, one after the other. */
async function* filesOf(plan: ExportPlan, corpus: CountedCorpus, paced: Paced): AsyncGenerator<WrittenFile> {
  const { format, restriction = EVERYTHING } = plan
  if (!format.write)
    throw new Refusal(
      'invalid-input',
      `Assay reads ${format.name}, but does not write it. Choose another format.`,
    )
  const at = new Date().toISOString()
  const options = { raw: plan.raw ?? false, partition: plan.partition ?? false, at, version, typefaces }
  const record: ManifestFile[] = []
  const own = packed(format, format.write(corpus, options))
  for await (const { path, content } of own) {
    const file = { path, content: paced(content) }
    yield plan.manifest ? recorded(file, record) : file
  }
  if (plan.codebook) {
    const content = [`${JSON.stringify(corpus.codebook, null, 2)}\n`]
    yield recorded({ path: CODEBOOK_FILE, content }, record)
  }
  if (!plan.manifest) return
  const manifest = manifestText({
    format: format.id,
    application: `Assay ${version}`,
    exported: at,
    project: corpus.project,
    restriction,
    counts: corpus.counts(),
    lost: format.losses.map(loss => LOSSES[loss]),
    files: record,
  })
  yield { path: MANIFEST_FILE, content: [manifest] }
}

type Files = AsyncIterable<WrittenFile> | Iterable<WrittenFile>

/** The files of a format that comes as a zip, as the one file that they are. */
const packed = (format: Format, files: Files): Files =>
  format.packaging === 'zip' ? [{ path: `corpus.${format.extension}`, content: zipped(files) }] : files

/** A file that is noted down, with its length and digest, once it has been read to its end. */
function recorded({ path, content }: WrittenFile, record: ManifestFile[]): WrittenFile {
  async function* noting() {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of content) {
      hash.update(piece)
      bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
      yield piece
    }
    record.push({ path, bytes, sha256: hash.digest('hex') })
  }
  return { path, content: noting() }
}

/** Lets others work between slices of the work, tells how far it has come, and hears a cancellation. */
function pacer(watch: Watch) {
  let since = performance.now()
  let progress = { done: 0, total: 0 }
  return {
    note(done: number, total: number): void {
      progress = { done, total }
    },
    async *paced(content: WrittenFile['content']): AsyncGenerator<string | Uint8Array> {
      for await (const piece of content) {
        yield piece
        if (performance.now() - since < SLICE) continue
        watch.onProgress?.(progress.done, progress.total)
        await new Promise(resolve => setImmediate(resolve))
        if (watch.signal?.aborted)
          throw new Refusal('cancelled', 'The export was stopped; no file was written.')
        since = performance.now()
      }
    },
  }
}
