import type { Agreement } from '#app/agreement/agreement'
import { type AgreementReport, agreementReport } from '#app/agreement/agreement-report'
import { finish } from '#app/agreement/bootstrap'
import { codedArticle, exclusiveLabelUnits } from '#app/agreement/units'
import { Refusal } from '#app/failure'
import { annotatorNames } from '#app/formats/corpus'
import type { Annotator } from '#app/model/annotator'
import type { LabelId } from '#app/model/ids'
import { lastOpening } from '#main/assign/open-layers'
import { corpusOf } from '#main/export/corpus-of'
import { asTheyWere, earlierRecords } from '#main/store/as-of'
import { assertSees } from '#main/store/blindfold'
import { type Command, optionOf, optionsOf, word } from '../command.ts'
import { annotatorNamed, localAnnotator, withProject } from '../project.ts'

export const agreement: Command = {
  name: 'agreement',
  usage: 'P.assay [--annotator NAME…] [--seed N] [--now]',
  summary:
    'how far annotators agree on the sentences that they have reviewed, with 95 % intervals by bootstrap; after blind work on the state before the layers were opened, with --now on that of now',
  words: [1, 1],
  options: {
    annotator: { type: 'string', multiple: true },
    seed: { type: 'string' },
    now: { type: 'boolean' },
  },
  run: call =>
    withProject(word(call, 0), store => {
      assertSees(store, localAnnotator(store).id)
      const { codebook, annotators, articles: now } = corpusOf(store)
      const opening = call.options.now === true ? undefined : lastOpening(store)
      const articles = opening ? asTheyWere(now, earlierRecords(store.db, opening.seq)) : now
      const named = optionsOf(call, 'annotator').map(name => annotatorNamed(store, name))
      const worked = ({ id }: Annotator) => store.library.totals(id).reviewed > 0
      const coders = annotators.filter(one => (named.length === 0 ? worked(one) : named.includes(one.id)))
      if (coders.length < 2)
        throw new Refusal(
          'invalid-input',
          'Agreement takes two annotators or more. Merge the work of another one first.',
        )
      const names = annotatorNames(coders)
      const coderNames = coders.map(({ id }) => names.get(id) ?? id)
      const coded = Array.from(articles, one =>
        codedArticle(
          one,
          coders.map(({ id }) => id),
        ),
      )
      const seed = Number(optionOf(call, 'seed') ?? 1)
      const units = exclusiveLabelUnits(coded, codebook)
      const report = finish(agreementReport(units, { samples: 1000, seed }))
      if (opening)
        call.output.line(
          `As it was before the layers were opened here, on ${opening.at}; --now takes it as it is now`,
        )
      for (const line of describe(report, coderNames)) call.output.line(line)
      call.output.value({ asOf: opening?.at ?? null, coders: coderNames, ...report })
      return true
    }),
}

function describe(report: AgreementReport<LabelId | null>, coders: readonly string[]): string[] {
  return [
    `${report.n} sentences that at least two have reviewed, of ${coders.length} annotators; intervals draw ${report.resampled}`,
    `  Krippendorff’s alpha ${said(report.alpha)}`,
    `  Fleiss’ kappa ${said(report.fleiss)}`,
    ...report.pairs.flatMap(({ first, second, n, percent, kappa, pi, ac1 }) => [
      `${coders[first]} and ${coders[second]}, ${n} sentences`,
      `  same label ${said(percent)}`,
      `  Cohen’s kappa ${said(kappa)}`,
      `  Scott’s pi ${said(pi)}`,
      `  Gwet’s AC1 ${said(ac1)}`,
    ]),
    'Krippendorff’s alpha by label, this one against all others',
    ...report.byCategory.map(
      ({ category, given, alpha }) => `  ${category ?? 'nothing to tag'} (${given}): ${said(alpha)}`,
    ),
  ]
}

function said(result: Agreement): string {
  if ('undefined' in result) return `– ${result.undefined}`
  const { value, interval } = result
  const range = interval ? ` (${interval.low.toFixed(3)} to ${interval.high.toFixed(3)})` : ''
  return `${value.toFixed(3)}${range}`
}
