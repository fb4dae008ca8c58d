import { v7 as uuidv7 } from 'uuid'
import { MERGE_OUTCOMES, type MergeReport } from '#app/exchange/merge-report'
import { Refusal, toFailure } from '#app/failure'
import { GroupId, type LabelId } from '#app/model/ids'
import { merge } from '#main/exchange/merge'
import { labelWithId } from '#main/services/layer'
import { reportFault } from '#main/services/outcome'
import type { Store } from '#main/store/store'
import { type Call, type Command, optionsOf, word } from '../command.ts'
import { count } from '../count.ts'
import { withPassphrase } from '../passphrase.ts'
import { annotatorFor, withProject } from '../project.ts'
import { bindSigners, describeSignature, SIGNATURE_OPTIONS, signing } from '../signatures.ts'

export const mergeCommand: Command = {
  name: 'merge',
  usage: 'P.assay FILE… [--dry-run] [--label OLD=NEW]… [--trust FINGERPRINT]… [--allow-unsigned]',
  summary:
    'merges exchange files of colleagues; --dry-run says what would change; of another project, --label takes one of its labels for one of ours; --trust binds a key to who signed with it, --allow-unsigned takes a file that is not signed any more',
  words: [2, Number.POSITIVE_INFINITY],
  options: {
    'dry-run': { type: 'boolean' },
    label: { type: 'string', multiple: true },
    ...SIGNATURE_OPTIONS,
  },
  run(call) {
    return withProject(word(call, 0), async store => {
      const { id: by, name } = annotatorFor(store, undefined)
      const dryRun = call.options['dry-run'] === true
      if (!dryRun) store.introduce(by, name)
      const merging = {
        by,
        group: GroupId.parse(uuidv7()),
        dryRun,
        labels: labelsFrom(call, store),
        ...signing(call),
      }
      const opening = withPassphrase()
      const results: unknown[] = []
      let whole = true
      for (const file of call.words.slice(1)) {
        try {
          const report = await opening(passphrase => merge(store, file, { ...merging, passphrase }))
          for (const line of describe(report, dryRun)) call.output.line(line)
          if (!dryRun) bindSigners([report], merging.accepted)
          results.push(report)
        } catch (error) {
          const failure = toFailure(store.refusalOf(error) ?? error, reportFault)
          call.output.line(`✗ ${file}: ${failure.message}`)
          results.push({ file, failure })
          whole = false
        }
      }
      call.output.value(results)
      return whole
    })
  },
}

function labelsFrom(call: Call, store: Store): Record<string, LabelId> {
  return Object.fromEntries(
    optionsOf(call, 'label').map(pair => {
      const [, theirs, ours] = /^(.+)=(.+)$/.exec(pair) ?? []
      if (!theirs || !ours)
        throw new Refusal('invalid-input', 'Write --label as OLD=NEW: their label, then yours.')
      return [theirs, labelWithId(store, ours).id]
    }),
  )
}

function describe(report: MergeReport, dryRun: boolean): string[] {
  const { file, header, counts, articles, articlesChanged, unknownLabels } = report
  const kinds = Object.entries(counts).map(([kind, one]) => {
    const parts = MERGE_OUTCOMES.filter(outcome => one[outcome] > 0).map(
      outcome => `${one[outcome]} ${outcome}`,
    )
    return `  ${kind}: ${parts.join(', ')}`
  })
  const changed = articles.map(({ title, added, annotators, decisions }) => {
    const work = annotators.map(one => `${one.annotator.name} +${one.added} ~${one.changed} -${one.deleted}`)
    if (decisions > 0) work.push(`${decisions} decided`)
    return `  ${added ? '+' : '~'} “${title}”${work.length > 0 ? `: ${work.join('; ')}` : ''}`
  })
  const more =
    articlesChanged > articles.length
      ? [`  and ${count(articlesChanged - articles.length, 'article')} more`]
      : []
  const unknown = unknownLabels.map(
    ({ name, count: borne }) =>
      `! the codebook has no “${name}”, so ${count(borne, 'annotation')} would stay out. Take another for it with --label "${name}=…"`,
  )
  return [
    `${dryRun ? '?' : '✓'} ${file} of ${header.by.name}, ${header.at}`,
    `  ${describeSignature(report)}`,
    ...kinds,
    ...changed,
    ...more,
    ...unknown,
  ]
}
