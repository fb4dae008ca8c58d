import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Bench, Figure } from './bench.ts'
import { addArticle, emptyProject, tagSentences } from './project.ts'

/** As many as the promise is about; fewer where `BENCH_ARTICLES` says so. */
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 100_000)

/** The bar of each format, in times of JSON.stringify and a plain write of the same objects. */
const BARS: Readonly<Record<string, number>> = { jsonl: 2, csv: 4, parquet: 4, brat: 4, 'uima-xmi': 4 }

/** Megabytes of memory, of the whole process at its most. */
const MEMORY = 400

/** What `export-once.ts` prints. */
export interface Once {
  /** Milliseconds of the export, and of JSON.stringify and a plain write of the same objects. */
  readonly ours: number
  readonly plain: number
  /** Megabytes. */
  readonly memory: number
  /** Of what was written. */
  readonly megabytes: number
}

/**
 * A corpus of 100,000 articles, every third sentence tagged, as each format, in a process of its own that also
 * measures the limit: JSON.stringify of the same objects, article by article, and plain writes of that. For XMI the
 * objects have tokens, as its documents do.
 */
export const formats: Bench = {
  name: 'formats',
  async run(folder) {
    const path = join(folder, 'corpus.assay')
    const store = emptyProject(path)
    for (let seed = 0; seed < ARTICLES; ) {
      store.together(() => {
        for (const end = Math.min(seed + 1000, ARTICLES); seed < end; seed++) {
          const { id, sentences } = addArticle(store, seed, 20 + ((seed * 7) % 21))
          tagSentences(
            store,
            id,
            sentences.filter((_, index) => index % 3 === 0),
          )
        }
      })
    }
    store.close()
    return Object.entries(BARS).flatMap(([format, bar]) =>
      figuresOf(format, bar, exportOnce(path, format, folder)),
    )
  },
}

function figuresOf(format: string, bar: number, { ours, plain, memory, megabytes }: Once): Figure[] {
  const what = `${ARTICLES.toLocaleString('en')} articles to ${format} (${Math.round(megabytes)} MB)`
  return [
    { name: what, value: ours, against: plain, unit: 'ms', bar },
    { name: `  memory of ${format}`, value: memory, unit: 'MB', bar: MEMORY },
  ]
}

function exportOnce(project: string, format: string, folder: string): Once {
  const script = join(import.meta.dirname, 'export-once.ts')
  const printed = execFileSync(process.execPath, [script, project, format, join(folder, format)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(printed)
}
