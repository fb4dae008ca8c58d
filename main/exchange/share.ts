import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import {
  type Counts,
  EXCHANGE_VERSION,
  entryLine,
  type Header,
  headerLine,
  type Scope,
  trailerLine,
} from '#app/exchange/exchange-file'
import { Refusal } from '#app/failure'
import type { Annotator } from '#app/model/annotator'
import { codebookVersion } from '#app/model/codebook-version'
import type { Watch } from '#main/export/export-corpus'
import { writeWhole } from '#main/export/write-whole'
import { version } from '#main/services/version'
import type { Store } from '#main/store/store'
import { entriesOf, type Part, WHOLE } from './entries.ts'
import { sealed } from './seal.ts'
import { type SigningKey, signed } from './sign.ts'

export interface SharePlan {
  /** Who shares. */
  readonly by: Annotator
  readonly part?: Part
  readonly purpose?: Scope['purpose']
  /** By default where the path ends with `.gz` or `.gz.age`. */
  readonly packed?: boolean
  /** Whose signature the file bears; none by default. */
  readonly key?: SigningKey | undefined
  /** Encrypts the file: see seal.ts. */
  readonly passphrase?: string | undefined
}

/** Milliseconds of work between two moments in which others may work. */
const SLICE = 20

/** What an exchange file came to. */
export interface SharedFile {
  /** How many records of each kind it has. */
  readonly counts: Counts
  /** The same without those of which it only says that they are gone: what a person counts. */
  readonly shown: Counts
  readonly bytes: number
}

/**
 * Writes an exchange file, whole or not at all, as the project stands when it begins. Throws a refusal: `disk`,
 * `cancelled`.
 */
export async function share(
  store: Store,
  { by, part = WHOLE, purpose = 'share', packed, key, passphrase }: SharePlan,
  path: string,
  watch: Watch = {},
): Promise<SharedFile> {
  const tally: Tally = { counts: {}, shown: {} }
  const header: Header = {
    ...{ assay: 'exchange', version: EXCHANGE_VERSION, project: store.tables.project.only() },
    ...{ by, at: new Date().toISOString(), application: version },
    codebook: codebookVersion(store.codebook()),
    scope: { annotator: part.annotator, since: sinceOf(store, part.after), purpose },
  }
  return store.asOfNow(async () => {
    const lines = paced(
      linesOf(store, header, part, tally, key),
      watch,
      () => tally.counts.article ?? 0,
      store.tables.article.count(),
    )
    const content = (packed ?? /\.gz(\.age)?$/i.test(path)) ? Readable.from(lines).pipe(createGzip()) : lines
    const bytes = await writeWhole(
      path,
      passphrase === undefined ? content : await sealed(content, passphrase),
    )
    return { ...tally, bytes }
  })
}

/** When a change was made; null for the beginning. */
function sinceOf({ db }: Store, change: number): string | null {
  if (change === 0) return null
  return db.prepare<[number], string>('select at from changes where seq = ?').pluck().get(change) ?? null
}

type Tally = Record<'counts' | 'shown', Record<string, number>>

function* linesOf(
  store: Store,
  header: Header,
  part: Part,
  { counts, shown }: Tally,
  key: SigningKey | undefined,
): Generator<string> {
  const hash = createHash('sha256')
  const line = (text: string) => {
    hash.update(`${text}\n`)
    return `${text}\n`
  }
  yield line(headerLine(header))
  for (const entry of entriesOf(store, part)) {
    counts[entry.kind] = (counts[entry.kind] ?? 0) + 1
    if (!entry.versions[0]?.deleted) shown[entry.kind] = (shown[entry.kind] ?? 0) + 1
    yield line(entryLine(entry))
  }
  const sha256 = hash.digest('hex')
  yield `${trailerLine({ counts, sha256, ...(key ? { signature: signed(sha256, key) } : {}) })}\n`
}

async function* paced(
  lines: Iterable<string>,
  watch: Watch,
  done: () => number,
  total: number,
): AsyncGenerator<string> {
  let since = performance.now()
  for (const line of lines) {
    yield line
    if (performance.now() - since < SLICE) continue
    watch.onProgress?.(done(), total)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted) throw new Refusal('cancelled', 'The sharing was stopped; no file was written.')
    since = performance.now()
  }
}
