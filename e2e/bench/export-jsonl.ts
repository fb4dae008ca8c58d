import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonl } from '#app/formats/jsonl'
import { exportCorpus } from '#main/export/export-corpus'
import type { Bench } from './bench.ts'
import { collect, median, timed, timedAsync } from './measure.ts'
import { addArticle, emptyProject, tagSentences } from './project.ts'

const ARTICLES = 1000
const ROUNDS = 9

/**
 * JSONL export of 1,000 articles whose every sentence bears an annotation, against JSON.stringify and one plain
 * write of the same objects.
 *
 * Ours is `exportCorpus`: reading from SQLite, converting offsets, writing in pieces, syncing, renaming. The
 * limit starts from the objects of the file, in memory, and does not sync; its file is checked to be the same,
 * byte for byte. The two take turns, and medians count.
 */
export const exportJsonl: Bench = {
  name: 'export',
  async run(folder) {
    const store = emptyProject(join(folder, 'corpus.assay'))
    store.together(() => {
      for (let seed = 0; seed < ARTICLES; seed++) {
        const { id, sentences } = addArticle(store, seed, 20 + ((seed * 7) % 41))
        tagSentences(store, id, sentences)
      }
    })
    const [ours, plain] = [join(folder, 'ours.jsonl'), join(folder, 'plain.jsonl')]
    await exportCorpus(store, { format: jsonl }, ours)
    const exported = readFileSync(ours, 'utf8')
    const objects: unknown[] = exported
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))

    const values: number[] = []
    const limits: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (const path of [ours, plain]) rmSync(path, { force: true })
      collect()
      values.push(await timedAsync(() => exportCorpus(store, { format: jsonl }, ours)))
      collect()
      limits.push(
        timed(() => {
          writeFileSync(plain, `${objects.map(object => JSON.stringify(object)).join('\n')}\n`)
        }),
      )
    }
    if (readFileSync(ours, 'utf8') !== readFileSync(plain, 'utf8')) throw new Error('the two files differ')
    store.close()
    return [
      {
        name: 'JSONL export of 1,000 articles',
        value: median(values),
        against: median(limits),
        unit: 'ms',
        bar: 2,
      },
    ]
  },
}
