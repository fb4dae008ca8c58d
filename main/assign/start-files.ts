/** Starter files: what annotators begin with, each in a project of their own. */
import { join } from 'node:path'
import { type Annotator, toldApart } from '#app/model/annotator'
import { isClosed } from '#app/model/dealing'
import type { AnnotatorId } from '#app/model/ids'
import { isPerson } from '#app/model/second-reading'
import { share } from '#main/exchange/share'
import type { SigningKey } from '#main/exchange/sign'
import type { Watch } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'

export interface StartFile {
  readonly path: string
  readonly articles: number
  readonly bytes: number
}

export interface Starting {
  /** Who writes it. */
  readonly by: Annotator
  /** Whose articles it brings. */
  readonly of: readonly AnnotatorId[]
  /** Whether it leaves out what others have said: of a file for one, their own layer stays. */
  readonly blind: boolean
  /** Whose signature it bears; none by default. */
  readonly key?: SigningKey | undefined
}

/** Every person to whom articles are dealt, and whether what they start with leaves out what others have said. */
export function startersOf({ tables }: Store): { annotators: Annotator[]; blind: boolean } {
  const annotators = tables.collection
    .all()
    .flatMap(({ dealtTo }) => (dealtTo && isPerson(dealtTo) && tables.annotator.get(dealtTo)) || [])
  return { annotators: toldApart(annotators), blind: tables.dealing.all().some(isClosed) }
}

/** Writes a starter file for one annotator, or for several. Throws a refusal: `disk`, `cancelled`. */
export async function writeStartFile(
  store: Store,
  { by, of, blind, key }: Starting,
  path: string,
  watch: Watch = {},
): Promise<StartFile> {
  const [first, another] = of
  const only = first !== undefined && another === undefined ? first : null
  const layers = blind ? (only === null ? [] : [only]) : null
  const part = { annotator: only, after: 0, start: { of, layers } }
  const { counts, bytes } = await share(store, { by, part, purpose: 'start', key }, path, watch)
  return { path, articles: counts.article ?? 0, bytes }
}

/** Where in a folder the file of each annotator goes: after the project and their names, no two alike. */
export function startPaths(folder: string, project: string, annotators: readonly Annotator[]): string[] {
  const taken = new Set<string>()
  return annotators.map(({ id, name }) => {
    const plain = `${fileNameOf(project) || 'Project'}-${fileNameOf(name) || id.slice(-6)}`
    const free = taken.has(plain.toLowerCase()) ? `${plain}-${id.slice(-6)}` : plain
    taken.add(free.toLowerCase())
    return join(folder, `${free}.assay.jsonl.gz`)
  })
}

/** Characters of a name that go into one of a file: twice as many, of any script, fit into the 255 bytes there are. */
const LONGEST = 30

/** Letters and digits of every script; nothing that a file system would mind. */
const fileNameOf = (name: string): string =>
  Array.from(name.replace(/[^\p{L}\p{M}\p{N}-]+/gu, '_'))
    .slice(0, LONGEST)
    .join('')
    .replace(/^[_-]+|[_-]+$/g, '')
