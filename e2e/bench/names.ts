import { join } from 'node:path'
import { AttributeId } from '#app/model/ids'
import { namesOf } from '#main/register/names'
import { knownValueKeeper } from '#main/store/tables/known-values'
import type { Bench } from './bench.ts'
import { percentile, timed } from './measure.ts'
import { emptyProject } from './project.ts'

const NAMES = 100_000
const USES = 2_000_000
const ATTRIBUTE = AttributeId.parse('attributed-to')
const ROUNDS = 20

/** Names of two words, of which the first is one of 500: some beginnings are of many names, others of few. */
const nameAt = (index: number): string =>
  `${syllables(index % 500)} ${syllables(index * 7919)} ${index.toString(36)}`

const syllables = (index: number): string =>
  ['Ko', 'ma', 'ren', 'tsi', 'vol', 'na', 'dy', 'pe'].filter((_, bit) => (index >> bit) & 1).join('') || 'Al'

/** Completing a name from 100,000 that 2 million annotations bear: beginnings that none, few, many and all have. */
export const names: Bench = {
  name: 'names',
  async run(folder) {
    const store = emptyProject(join(folder, 'names.assay'))
    const keeper = knownValueKeeper(store.db)
    const more = store.db.prepare('update known_values set uses = ? where attribute = ? and value = ?')
    store.db.transaction(() => {
      for (let index = 0; index < NAMES; index++) {
        keeper.learn(ATTRIBUTE, nameAt(index))
        more.run(1 + ((index * 31) % ((2 * USES) / NAMES)), ATTRIBUTE, nameAt(index))
      }
    })()
    const { complete } = namesOf(store.db)
    const times = ['', 'k', 'ko', 'koma', 'komaren', 'vol', 'al', 'nobody', 'ты'].flatMap(text =>
      Array.from({ length: ROUNDS }, () => timed(() => complete(ATTRIBUTE, text))),
    )
    store.close()
    return [
      {
        name: 'complete a name from 100,000, 95th percentile',
        value: percentile(times, 95),
        unit: 'ms',
        bar: 20,
      },
    ]
  },
}
