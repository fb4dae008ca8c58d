/**
 * Some annotation tools keep one corpus in several files that mean little alone: brat a text and its annotations,
 * UIMA a document and its type system, doccano articles and once more their sentences. Such files are read together,
 * as one archive. Which they are is told by their names, as nobody has looked into them yet.
 */
import { CODEBOOK_FILE, MANIFEST_FILE } from './beside.ts'

/** Endings of files that are looked for in a folder because others need them. */
export const COMPANION_ENDINGS: readonly string[] = ['ann', 'conf', 'xmi', 'qde']

export interface Together<T> {
  /** Files that are read by themselves. */
  readonly alone: readonly T[]
  /** Corpora of several files. */
  readonly corpora: readonly (readonly T[])[]
}

/** Divides files by whether they are read alone. A `.conf` without a corpus is left out. */
export function together<T>(files: readonly T[], pathOf: (file: T) => string): Together<T> {
  const paths = files.map(file => slashed(pathOf(file)))
  const kinds = kindsOf(paths)
  const corpora = new Map<string, T[]>()
  const alone: T[] = []
  files.forEach((file, index) => {
    const corpus = kinds[index]
    if (corpus === undefined) alone.push(file)
    else if (corpus !== NONE) corpora.set(corpus, [...(corpora.get(corpus) ?? []), file])
  })
  return { alone, corpora: [...corpora.values()] }
}

/** Of a file that no corpus is there for. */
const NONE = ''

/** For each path the corpus that it is of; undefined for a file that is read alone. */
function kindsOf(paths: readonly string[]): (string | undefined)[] {
  const kindOf = kindAmong(paths)
  const kinds = paths.map(kindOf)
  // What Assay puts beside a corpus goes with it.
  const corpusIn = new Map(
    kinds.flatMap((kind, index) => (kind ? [[folderOf(paths[index] ?? ''), kind]] : [])),
  )
  return kinds.map((kind, index) => {
    const path = paths[index] ?? ''
    return kind ?? (BESIDE.has(nameOf(path)) ? corpusIn.get(folderOf(path)) : undefined)
  })
}

const BESIDE: ReadonlySet<string> = new Set([MANIFEST_FILE, CODEBOOK_FILE])
const DOCCANO = ['sequence_labeling.jsonl', 'text_classification.jsonl', 'label_config.json']

function kindAmong(paths: readonly string[]): (path: string) => string | undefined {
  const stems = new Set(paths.filter(path => /\.ann$/i.test(path)).map(stemOf))
  const folders = (pattern: RegExp) => new Set(paths.filter(path => pattern.test(nameOf(path))).map(folderOf))
  const hasXmi = paths.some(path => /\.xmi$/i.test(path))
  const typed = folders(TYPE_SYSTEM)
  const tables = folders(/\.tsv$/i)
  const documents = new Set(paths.filter(path => isJson(nameOf(path))).map(folderOf))
  const doccano = folders(/^(?:sequence_labeling|text_classification)\.jsonl$/)
  const configured = folders(LABEL_STUDIO)
  const projects = folders(/\.qde$/i)

  return path => {
    const [name, folder] = [nameOf(path), folderOf(path)]
    if (stems.has(stemOf(path)) && /\.(?:ann|txt)$/i.test(name)) return 'brat'
    if (/\.conf$/i.test(name)) return stems.size > 0 ? 'brat' : NONE
    if (/\.qde$/i.test(name)) return `refi-qda ${folder}`
    const [, above] = /^(.*?)sources\/[^/]+$/i.exec(path) ?? []
    if (above !== undefined && projects.has(above)) return `refi-qda ${above}`
    if (hasXmi && (/\.xmi$/i.test(name) || TYPE_SYSTEM.test(name))) return 'uima-xmi'
    if (doccano.has(folder) && DOCCANO.includes(name)) return `doccano ${folder}`
    if (configured.has(folder) && (LABEL_STUDIO.test(name) || isJson(name))) return `label-studio ${folder}`
    if (!typed.has(folder)) return undefined
    if (/\.tsv$/i.test(name)) return 'webanno-tsv'
    if (isJson(name)) return 'uima-json'
    if (!TYPE_SYSTEM.test(name)) return undefined
    if (tables.has(folder)) return 'webanno-tsv'
    return documents.has(folder) ? 'uima-json' : undefined
  }
}

const TYPE_SYSTEM = /typesystem[^/]*\.xml$/i
const LABEL_STUDIO = /^label(?:l?ing)?[-_]?config[^/]*\.xml$/i

/** Whether it is JSON that may be of a corpus. */
const isJson = (name: string): boolean => /\.json$/i.test(name) && !BESIDE.has(name)

const slashed = (path: string): string => path.replaceAll('\\', '/')
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
const stemOf = (path: string): string => path.replace(/\.[^./]+$/, '')
