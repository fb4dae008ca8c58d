import { basename } from 'node:path'
import { Refusal } from '#app/failure'
import type { Kind } from '#app/model/record'
import { lockProject } from '#main/store/lock'
import { type Recovered, recover } from '#main/store/recovery/recover'
import { type Command, optionOf, word } from '../command.ts'
import { count } from '../count.ts'
import { askedKey } from '../project.ts'

export const recoverCommand: Command = {
  name: 'recover',
  usage: 'P.assay --out Q.assay',
  summary:
    'recovers a damaged project into a new file, as far as can be, and names what is lost; the damaged one is only read',
  words: [1, 1],
  options: { out: { type: 'string' } },
  async run(call) {
    const path = word(call, 0)
    const out = optionOf(call, 'out')
    if (!out) throw new Refusal('invalid-input', 'Say where the new file goes: --out Q.assay.')
    const key = await askedKey(path)
    const lock = lockProject(path)
    try {
      const recovered = recover(path, out, key)
      for (const line of describe(recovered, basename(out))) call.output.line(line)
      call.output.value({ path: out, ...recovered })
      return true
    } finally {
      lock.release()
    }
  },
}

function describe({ records, fromHistory, remade, lost, brokenPages, brokenRows }: Recovered, name: string) {
  const counts = Object.entries(lost.counts) as [Kind, number][] // of kinds
  return [
    `${name}: ${count(records.article, 'article')}, ${count(records.annotation, 'annotation')}, ${count(records.review, 'review')}.`,
    ...(fromHistory > 0 ? [`Brought back from the history: ${count(fromHistory, 'record')}.`] : []),
    ...remade,
    ...lost.articles.map(({ id, title }) => `Lost: the article “${title || id}”.`),
    ...counts.filter(([kind]) => kind !== 'article').map(([kind, number]) => `Lost: ${number} × ${kind}.`),
    ...(brokenPages + brokenRows > 0
      ? [`${brokenPages} pages and ${brokenRows} rows of the damaged file could not be read.`]
      : []),
  ]
}
