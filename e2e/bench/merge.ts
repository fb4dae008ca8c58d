import { join } from 'node:path'
import { joinTeam } from '#main/exchange/join-team'
import { share } from '#main/exchange/share'
import { openSettings } from '#main/services/settings'
import type { Bench } from './bench.ts'
import { collect, timed, timedAsync } from './measure.ts'
import { addArticle, annotator, emptyProject, tagSentences } from './project.ts'

/** As many as the promise is about; fewer where `BENCH_ARTICLES` says so. */
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 100_000)

/**
 * An exchange file of 100,000 articles, every third sentence tagged, merged into a project that has none of them,
 * against the import of the same texts and the writing of the same annotations, in one transaction.
 */
export const mergeFile: Bench = {
  name: 'merge',
  async run(folder) {
    const sender = emptyProject(join(folder, 'sender.assay'))
    const fill = () =>
      sender.together(() => {
        for (let seed = 0; seed < ARTICLES; seed++) {
          const { id, sentences } = addArticle(sender, seed, 20 + ((seed * 7) % 21))
          tagSentences(
            sender,
            id,
            sentences.filter((_, index) => index % 3 === 0),
          )
        }
      })
    const plain = timed(fill)
    const file = join(folder, 'team.assay.jsonl')
    const sharing = await timedAsync(() => share(sender, { by: annotator }, file))
    sender.close()
    collect()
    const path = join(folder, 'receiver.assay')
    const merging = await timedAsync(async () =>
      (await joinTeam(path, file, openSettings(join(folder, 'settings.json')))).store.close(),
    )
    const of = `of ${ARTICLES.toLocaleString('en')} articles`
    return [
      { name: `share ${of}`, value: sharing, unit: 'ms' },
      {
        name: `merge ${of}, against their import`,
        value: merging,
        against: plain,
        unit: 'ms',
        bar: 3,
      },
    ]
  },
}
