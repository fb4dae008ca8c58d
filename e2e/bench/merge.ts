import { join } from 'node:path'
import { joinTeam } from '#main/exchange/join-team'
import { share } from '#main/exchange/share'
import { openSettings } from '#main/services/settings'
import type { Bench } from './bench.ts'
import { collect, timed, timedAsync } from './measure.ts'
import { addArticle, annotator, emptyProject, tagSentences } from './project.ts'

const ARTICLES = 5000

/**
 * An exchange file of 5,000 articles, every third sentence tagged, merged into a project that has none of them,
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
    return [
      { name: 'share of 5,000 articles', value: sharing, unit: 'ms' },
      {
        name: 'merge of 5,000 articles, against their import',
        value: merging,
        against: plain,
        unit: 'ms',
        bar: 3,
      },
    ]
  },
}
