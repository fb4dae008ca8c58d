import { Refusal } from '#app/failure'
import { formats, formatWithId } from '#app/formats/index'
import { LOSSES } from '#app/formats/losses'
import { Restriction } from '#app/formats/restriction'
import { GOLD } from '#app/model/annotator'
import { exportCorpus } from '#main/export/export-corpus'
import { labelWithId } from '#main/services/layer'
import type { Store } from '#main/store/store'
import { type Call, type Command, namesGiven, optionOf, optionsOf, word } from '../command.ts'
import { count } from '../count.ts'
import { annotatorNamed, withSeen } from '../project.ts'

const written = formats.filter(format => format.write)

export const exportCommand: Command = {
  name: 'export',
  usage:
    'P.assay --format F --out PATH [--annotator NAME… | --gold] [--label L…] [--reviewed] [--filter WORDS] [--codebook] [--manifest] [--raw] [--partition]',
  summary: `writes the annotated corpus, or a part of it, as ${written.map(format => format.id).join(', ')}; a format of several files goes into the folder PATH, or into one zip where PATH ends with .zip`,
  words: [1, 1],
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    annotator: { type: 'string', multiple: true },
    gold: { type: 'boolean' },
    label: { type: 'string', multiple: true },
    reviewed: { type: 'boolean' },
    filter: { type: 'string' },
    codebook: { type: 'boolean' },
    manifest: { type: 'boolean' },
    raw: { type: 'boolean' },
    partition: { type: 'boolean' },
  },
  run(call) {
    const format = formatFrom(optionOf(call, 'format'))
    const path = optionOf(call, 'out')
    if (!path) throw new Refusal('invalid-input', 'Say where the file goes: --out PATH.')
    const { raw, partition, codebook, manifest } = call.options
    return withSeen(word(call, 0), async store => {
      const plan = {
        ...{ format, restriction: restrictionFrom(call, store) },
        ...{ raw: raw === true, partition: partition === true },
        ...{ codebook: codebook === true, manifest: manifest === true },
        several: /\.zip$/i.test(path) ? ('zip' as const) : ('folder' as const),
      }
      const done = await exportCorpus(store, plan, path)
      call.output.line(`Wrote ${count(done.articles, 'article')} to ${path}, ${done.bytes} bytes.`)
      for (const loss of format.losses) call.output.line(`  Not in it: ${LOSSES[loss]}.`)
      call.output.value({ format: format.id, path, ...done, lost: format.losses })
      return true
    })
  },
}

function formatFrom(given: string | undefined) {
  const format = formatWithId(given ?? '')
  if (format?.write) return format
  const known = written.map(one => one.id).join(', ')
  throw new Refusal(
    'invalid-input',
    given === undefined
      ? `Say which format: --format, and one of ${known}.`
      : `--format takes one of ${known}, not “${given}”.`,
  )
}

function restrictionFrom(call: Call, store: Store): Restriction {
  const annotators = namesGiven(call, 'annotator').map(name => annotatorNamed(store, name))
  const labels = optionsOf(call, 'label').map(id => labelWithId(store, id).id)
  const gold = call.options.gold === true
  if (gold && annotators.length > 0)
    throw new Refusal('invalid-input', 'Take --annotator or --gold, not both.')
  if (gold && !store.tables.annotator.get(GOLD.id))
    throw new Refusal('not-found', 'This project has no gold layer yet: nothing has been adjudicated.')
  return Restriction.parse({
    annotators: gold ? [GOLD.id] : annotators.length > 0 ? annotators : null,
    labels: labels.length > 0 ? labels : null,
    reviewed: call.options.reviewed === true,
    filter: { words: optionOf(call, 'filter') ?? '' },
  })
}
