import { type Agreement, NOT_TWICE } from '#app/agreement/agreement'
import type { AgreementReport } from '#app/agreement/agreement-report'
import type { SetsReport } from '#app/agreement/agreement-study'
import type { AttributeReport } from '#app/agreement/attribute-report'
import type { SpanReport } from '#app/agreement/span-report'
import { Refusal } from '#app/failure'
import { annotatorNames } from '#app/model/annotator'
import type { LabelId } from '#app/model/ids'
import { NO_FILTER } from '#app/model/library'
import { type StudiedConsistency, studyConsistency } from '#main/agreement/own-consistency'
import { studyProject } from '#main/agreement/study-project'
import { lastOpening } from '#main/assign/open-layers'
import { assertSees } from '#main/store/blindfold'
import { type Command, namesGiven, optionOf, word } from '../command.ts'
import { count } from '../count.ts'
import { annotatorNamed, localAnnotator, withProject } from '../project.ts'

const SAMPLES = 1000
const MOST_DIVIDED = 50

export const agreement: Command = {
  name: 'agreement',
  usage: 'P.assay [--annotator NAME…] [--filter WORDS] [--seed N] [--now]',
  summary:
    'how far annotators agree on the sentences that they have reviewed, and with themselves where they were dealt a second reading, with 95 % intervals by bootstrap; after blind work as it was before the layers were opened, with --now as it is now',
  words: [1, 1],
  options: {
    annotator: { type: 'string', multiple: true },
    filter: { type: 'string' },
    seed: { type: 'string' },
    now: { type: 'boolean' },
  },
  run: call =>
    withProject(word(call, 0), async store => {
      assertSees(store, localAnnotator(store).id)
      const opening = call.options.now === true ? undefined : lastOpening(store)
      const named = namesGiven(call, 'annotator').map(name => annotatorNamed(store, name))
      const filter = { ...NO_FILTER, words: optionOf(call, 'filter') ?? '' }
      const seed = seedFrom(optionOf(call, 'seed') ?? '1')
      const {
        coders,
        units: _,
        ...report
      } = await studyProject(store, null, {
        annotators: named.length === 0 ? null : named,
        selection: { filter, except: [] },
        ...{ samples: SAMPLES, seed, before: opening?.seq },
      })
      const plan = { annotators: named.length === 0 ? null : named, selection: { filter, except: [] } }
      const consistency = await studyConsistency(store, null, { ...plan, samples: SAMPLES, seed })
      if (coders.length < 2 && consistency.length === 0)
        throw new Refusal(
          'invalid-input',
          'Agreement takes two annotators or more. Merge the work of another one first.',
        )
      const names = annotatorNames(coders)
      const coderNames = coders.map(({ id }) => names.get(id) ?? id)
      const { labels, sets, attributes, spans, articles } = report
      for (const line of [
        ...(opening
          ? [`As it was before the layers were opened here, on ${opening.at}; --now takes it as it is`]
          : []),
        ...(coders.length < 2
          ? []
          : [
              ...describeLabels(labels, coderNames),
              ...(sets ? describeSets(sets) : []),
              ...attributes.flatMap(one => describeAttribute(one, coderNames)),
              ...describeSpans(spans, coderNames),
            ]),
        ...consistency.flatMap(describeConsistency),
        `Seed ${seed}, ${count(SAMPLES, 'sample')}`,
      ])
        call.output.line(line)
      const { divided, ...others } = labels
      call.output.value({
        ...{ asOf: opening?.at ?? null, coders: coderNames, articles, seed, samples: SAMPLES },
        ...others,
        divided: divided.slice(0, MOST_DIVIDED),
        ...{ sets, attributes, spans },
        consistency: consistency.map(({ sentences: _, categories: __, ...one }) => one),
      })
      return true
    }),
}

function seedFrom(given: string): number {
  const seed = Number(given)
  if (/^\d+$/.test(given) && seed <= 0xffff_ffff) return seed
  throw new Refusal('invalid-input', 'A seed is a whole number from 0 to 4294967295: --seed 1.')
}

function describeLabels(report: AgreementReport<LabelId | null>, coders: readonly string[]): string[] {
  return [
    `${count(report.n, 'sentence')} that at least two have reviewed, of ${count(coders.length, 'annotator')}; intervals draw ${report.resampled}`,
    `  Krippendorff’s alpha ${said(report.alpha)}`,
    `  Fleiss’ kappa ${said(report.fleiss)}`,
    ...report.pairs.flatMap(({ first, second, n, percent, kappa, pi, ac1 }) => [
      `${coders[first]} and ${coders[second]}, ${count(n, 'sentence')}`,
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

const describeSets = ({ n, percent, alpha, labels }: SetsReport): string[] => [
  `All labels of a sentence together, ${count(n, 'sentence')}`,
  `  same labels ${said(percent)}`,
  `  Krippendorff’s alpha with MASI ${said(alpha)}`,
  ...labels.map(one => `  ${one.part} alone: alpha ${said(one.alpha)}`),
]

const describeAttribute = (
  { attribute, scale, n, percent, alpha, ordinal, pairs }: AttributeReport,
  coders: readonly string[],
): string[] => [
  `Attribute ${attribute}, ${count(n, 'value')} of two annotators or more`,
  `  same value ${said(percent)}`,
  `  Krippendorff’s alpha, ${scale} ${said(alpha)}`,
  ...(ordinal ? [`  Krippendorff’s alpha, taking the choices by their order ${said(ordinal)}`] : []),
  ...pairs.flatMap(({ first, second, kappa, weighted }) => [
    `  ${coders[first]} and ${coders[second]}: Cohen’s kappa ${said(kappa)}`,
    ...(weighted ? [`  ${coders[first]} and ${coders[second]}: weighted kappa ${said(weighted)}`] : []),
  ]),
]

const describeSpans = ({ labels, boundaries, pairs }: SpanReport, coders: readonly string[]): string[] => [
  'Spans, in articles that the annotators have judged to the end',
  `  unitizing alpha ${said(labels)}`,
  `  unitizing alpha, marked or not ${said(boundaries)}`,
  ...pairs.flatMap(({ first, second, exact, overlap }) => [
    `  ${coders[first]} and ${coders[second]}: F1, same range ${said(exact)}`,
    `  ${coders[first]} and ${coders[second]}: F1, by overlap ${said(overlap)}`,
  ]),
]

/** An annotator's first reading against their second. */
const describeConsistency = ({
  annotator,
  articles,
  n,
  percent,
  kappa,
  alpha,
  divided,
}: StudiedConsistency): string[] =>
  n === 0
    ? [`${annotator.name} twice: ${NOT_TWICE.undefined}`]
    : [
        `${annotator.name} twice: ${count(n, 'sentence')} in ${count(articles, 'article')}, ${divided} of them judged otherwise the second time`,
        `  same label ${said(percent)}`,
        `  Cohen’s kappa ${said(kappa)}`,
        `  Krippendorff’s alpha ${said(alpha)}`,
      ]

function said(result: Agreement): string {
  if ('undefined' in result) return `– ${result.undefined}`
  const { value, interval } = result
  const range = interval ? ` (${interval.low.toFixed(3)} to ${interval.high.toFixed(3)})` : ''
  return `${value.toFixed(3)}${range}`
}
