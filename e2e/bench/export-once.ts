/** One export of one project, measured, in a process of its own: `export-once.ts PROJECT FORMAT OUT` prints JSON. */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import type { AnnotatedArticle, Corpus } from '#app/formats/corpus'
import type { Format, WrittenFile } from '#app/formats/format'
import { formatWithId } from '#app/formats/index'
import { jsonl } from '#app/formats/jsonl'
import { rowsOf } from '#app/formats/table/table-rows'
import { tokensOf } from '#app/text/tokens'
import { corpusOf } from '#main/export/corpus-of'
import { exportCorpus } from '#main/export/export-corpus'
import { writeWhole } from '#main/export/write-whole'
import { openProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import type { Once } from './formats.ts'

const [project = '', id = '', out = ''] = process.argv.slice(2)
const format = formatWithId(id)
if (!format) throw new Error(`no format ${id}`)
const store = openProject(project)
const one = `${out}.${format.extension}`
const started = performance.now()
const bytes = await written(store, format, one)
const ours = performance.now() - started
const memory = process.resourceUsage().maxRSS / 1000
rmSync(one)
const plain = plainly(store, format, `${out}.json`)
store.close()
const once: Once = { ours, plain, memory, megabytes: bytes / 1e6 }
console.log(JSON.stringify(once))

/**
 * Writes a corpus: a format of one file as the application does; the files of another one after the other into one,
 * for a hundred thousand small files measure the disk, and packing them the packer.
 */
async function written(from: Store, to: Format, path: string): Promise<number> {
  if (to.packaging === 'file') return (await exportCorpus(from, { format: to }, path)).bytes
  const options = { raw: false, partition: false, at: new Date().toISOString(), version: 'bench' }
  async function* pieces() {
    for await (const { content } of to.write?.(corpusOf(from), options) ?? []) yield* content
  }
  return writeWhole(path, pieces())
}

/** Milliseconds that JSON.stringify and plain writes take; making the objects is not counted. */
function plainly(from: Store, { id }: Format, file: string): number {
  const handle = openSync(file, 'w')
  let spent = 0
  for (const object of objectsOf(from, id)) {
    const since = performance.now()
    writeSync(handle, `${JSON.stringify(object)}\n`)
    spent += performance.now() - since
  }
  const since = performance.now()
  fsyncSync(handle)
  spent += performance.now() - since
  closeSync(handle)
  rmSync(file)
  return spent
}

/** What is written, as objects: the lines of JSON Lines, the rows of the table, else the articles, of XMI with tokens. */
function* objectsOf(from: Store, id: string): Generator<unknown> {
  const corpus = corpusOf(from)
  if (id === 'jsonl') {
    for (const line of linesOf(corpus)) yield JSON.parse(line)
  } else if (id === 'csv') yield* rowsOf(corpus)
  else for (const one of corpus.articles) yield objectOf(one, id === 'uima-xmi')
}

function* linesOf(corpus: Corpus): Generator<string> {
  const options = { raw: false, partition: false, at: '', version: '' }
  // Writes one file, and its lines without waiting.
  const files = jsonl.write?.(corpus, options) ?? []
  for (const { content } of files as Iterable<WrittenFile>)
    for (const line of content as Iterable<string>) yield line
}

function objectOf(
  { article, text, sentences, annotations, reviews }: AnnotatedArticle,
  tokens: boolean,
): object {
  const whole = { ...article, text, sentences, annotations, reviews }
  return tokens ? { ...whole, tokens: sentences.flatMap(sentence => tokensOf(text, sentence)) } : whole
}
