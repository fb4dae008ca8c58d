import { createReadStream, existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, relative } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { v7 as uuidv7 } from 'uuid'
import { Columns, type Content, type ImportedArticle, type ImportedFile, LARGEST_FILE } from '#app/contract'
import { type Failure, Refusal, toFailure } from '#app/failure'
import { together } from '#app/formats/together'
import { GroupId, type LabelId } from '#app/model/ids'
import { bibliographiesFirst } from '#app/model/source-endings'
import { zipped } from '#main/export/zipped'
import { Bibliography } from '#main/import/bibliography'
import { type LabelChoices, unknownLabels } from '#main/import/codebook-of-file'
import { fetchPage } from '#main/import/fetch-page'
import { filesIn } from '#main/import/folder'
import { importRead } from '#main/import/import-content'
import { type Read, readContent } from '#main/import/read-content'
import { closeReader } from '#main/import/read-safely'
import { labelWithId } from '#main/services/layer'
import { reportFault } from '#main/services/outcome'
import { diskRefusal } from '#main/store/disk'
import type { Store } from '#main/store/store'
import { type Call, type Command, nameGiven, optionOf, optionsOf, word } from '../command.ts'
import { count } from '../count.ts'
import { authorFor, localSettings, withProject } from '../project.ts'
import { restOfInput } from '../standard-input.ts'

/** What became of one file or address. */
type Result = { readonly file: string } & (ImportedFile | { readonly failure: Failure })

export const importCommand: Command = {
  name: 'import',
  usage:
    'P.assay PATH|URL… [--annotator NAME] [--format F] [--add-labels] [--label OLD=NEW]… [--columns text=…,title=…]',
  summary:
    'imports files, folders, globs, web pages and annotated corpora of other tools; - reads a text from standard input; labels that the codebook has not are left out, taken for another (--label), or added (--add-labels)',
  words: [2, Number.POSITIVE_INFINITY],
  options: {
    annotator: { type: 'string' },
    columns: { type: 'string' },
    format: { type: 'string' },
    'add-labels': { type: 'boolean' },
    label: { type: 'string', multiple: true },
  },
  run(call) {
    const columns = columnsFrom(optionOf(call, 'columns'))
    const format = optionOf(call, 'format')
    const annotator = nameGiven(call, 'annotator')
    return withProject(word(call, 0), async store => {
      const { id: by, name } = authorFor(store, annotator)
      store.introduce(by, name)
      const group = GroupId.parse(uuidv7())
      const bibliography = new Bibliography().for(group)
      const files = await sourcesAt(call.words.slice(1))
      const results: Result[] = []
      for (const source of bibliographiesFirst(files, nameOf)) {
        const result = await attempt(nameOf(source), async () => {
          const content = await contentOf(source, {
            ...(columns ? { columns } : {}),
            ...(format ? { format } : {}),
          })
          const read = await readContent(content)
          return importRead(
            store,
            read,
            { by, group },
            { bibliography, labels: labelsFor(call, store, read) },
          )
        })
        results.push(result)
        for (const line of describe(result)) call.output.line(line)
      }
      closeReader()
      call.output.value(results)
      return results.every(result => 'articles' in result && result.refused.length === 0)
    })
  },
}

async function attempt(file: string, work: () => Promise<ImportedFile>): Promise<Result> {
  try {
    return { file, ...(await work()) }
  } catch (error) {
    return { file, failure: toFailure(diskRefusal(error, file) ?? error, reportFault) }
  }
}

/** What becomes of the labels of a file: as the options say. */
function labelsFor(call: Call, store: Store, { reading }: Read): LabelChoices {
  // A label may be called as objects have something already.
  const choices = new Map<string, LabelId | 'add'>()
  if (call.options['add-labels'] === true) {
    const unknown = unknownLabels(store.codebook(), reading.codebook, reading.drafts)
    for (const { name } of unknown) choices.set(name, 'add')
  }
  for (const pair of optionsOf(call, 'label')) {
    const [, theirs, ours] = /^(.+)=(.+)$/.exec(pair) ?? []
    if (!theirs || !ours)
      throw new Refusal('invalid-input', 'Write --label as OLD=NEW: their label, then yours.')
    choices.set(theirs, labelWithId(store, ours).id)
  }
  return Object.fromEntries(choices)
}

/** How a file is to be read, as the options say. */
type Chosen = Partial<Pick<Extract<Content, { kind: 'file' }>, 'columns' | 'format'>>

/** What is imported: a file or an address, or the files of one corpus in a folder. */
type SourceName = string | { readonly folder: string; readonly files: readonly string[] }

const nameOf = (source: SourceName): string => (typeof source === 'string' ? source : source.folder)

/**
 * What the words name, in their order. Of the files of one folder, and of those that are named one by one, what is one
 * corpus comes as one, after the others.
 */
async function sourcesAt(words: readonly string[]): Promise<SourceName[]> {
  const named: { readonly files: readonly string[]; readonly folder?: string }[] = []
  for (const word of words)
    named.push({ files: await filesAt(word), ...(isFolder(word) ? { folder: word } : {}) })
  const single = together(
    named.flatMap(({ files, folder }) => (folder === undefined ? files.filter(isOnDisk) : [])),
    file => file,
  )
  const alone = new Set(single.alone)
  const sources = named.flatMap(({ files, folder }): SourceName[] => {
    if (folder === undefined) return files.filter(file => !isOnDisk(file) || alone.has(file))
    const within = together(files, file => file)
    return [...within.alone, ...within.corpora.map(corpus => ({ folder, files: corpus }))]
  })
  return [...sources, ...single.corpora.map(corpus => ({ folder: dirname(corpus[0] ?? ''), files: corpus }))]
}

/** Whether a word is a path; else it is standard input, or an address. */
const isOnDisk = (word: string): boolean => word !== '-' && !isAddress(word)

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Of a file, or of a pipe that has an end. Throws a refusal (`too-large`) before it has read more than is taken. */
async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (statSync(path).size > LARGEST_FILE) throw tooLarge()
  const pieces: Buffer[] = []
  let length = 0
  // A device has no size, and perhaps no end.
  for await (const piece of createReadStream(path)) {
    length += piece.length
    if (length > LARGEST_FILE) throw tooLarge()
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

const tooLarge = () =>
  new Refusal('too-large', 'The file is larger than 64 MB. Split it, then import the parts.')

async function contentOf(file: SourceName, chosen: Chosen): Promise<Content> {
  if (typeof file !== 'string') return { ...(await archiveOf(file.folder, file.files)), ...chosen }
  if (file === '-')
    return {
      kind: 'file',
      name: 'standard input',
      bytes: await restOfInput(LARGEST_FILE, tooLarge),
      ...chosen,
    }
  if (!isAddress(file)) {
    return { kind: 'file', name: basename(file), bytes: await bytesOf(file), ...chosen }
  }
  if (localSettings().offline) {
    throw new Refusal(
      'cancelled',
      'You work offline, so nothing is fetched. Change that in the application, under your name.',
    )
  }
  const { fileName, bytes, url, charset } = await fetchPage(file)
  return {
    kind: 'file',
    name: fileName,
    bytes: new Uint8Array(bytes),
    url,
    ...(charset ? { charset } : {}),
    ...chosen,
  }
}

/** The files of a corpus as one archive. */
async function archiveOf(folder: string, files: readonly string[]): Promise<Content> {
  const members = files.map(path => ({
    path: (relative(folder, path) || basename(path)).replaceAll('\\', '/').replaceAll('../', ''),
    content: [new Uint8Array(readFileSync(path))],
  }))
  return { kind: 'file', name: `${basename(folder)}.zip`, bytes: await buffer(zipped(members)) }
}

const isAddress = (word: string): boolean => /^https?:\/\//i.test(word)

/** What a word names: an address, a file, all readable files below a folder, those of a glob, or standard input. */
async function filesAt(path: string): Promise<string[]> {
  if (!isOnDisk(path)) return [path]
  if (isFolder(path)) {
    const files: string[] = []
    for await (const file of filesIn(path)) files.push(file)
    return files
  }
  if (existsSync(path)) return [path]
  const found = globSync(path).sort()
  return found.length > 0 ? (await Promise.all(found.map(filesAt))).flat() : [path]
}

/** `text=Volltext,title=Titel`. */
function columnsFrom(option: string | undefined): Columns | undefined {
  if (option === undefined) return undefined
  const pairs = option.split(',').map(pair => /^(\w+)=(.+)$/.exec(pair.trim())?.slice(1, 3) ?? [])
  const columns = Columns.safeParse(Object.fromEntries(pairs))
  if (columns.success) return columns.data
  throw new Refusal(
    'invalid-input',
    `--columns takes text=…, and any of ${Object.keys(Columns.unwrap().shape).slice(1).join(', ')}, separated by commas.`,
  )
}

const annotationsOf = ({ annotations }: ImportedArticle): string =>
  annotations === 0 ? '' : `, ${count(annotations, 'annotation')}`

function describe(result: Result): string[] {
  if ('failure' in result) return [`✗ ${result.file}: ${result.failure.message}`]
  const { file, articles, refused, unknownLabels, works } = result
  return [
    ...articles.map(one =>
      one.added
        ? `✓ ${file}: “${one.title}”, ${count(one.sentences, 'sentence')}${annotationsOf(one)}`
        : `= ${file}: already in the project as “${one.title}”${annotationsOf(one)}`,
    ),
    ...refused.map(one => `✗ ${file}: ${one.name}: ${one.message}`),
    ...(unknownLabels.length > 0
      ? [
          `! ${file}: the codebook has no ${unknownLabels.join(', ')}: left out. Add them with --add-labels, or take others for them with --label OLD=NEW`,
        ]
      : []),
    ...(works > 0 ? [`  ${file}: ${works} works, which complete the other files`] : []),
  ]
}
