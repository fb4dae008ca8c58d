import { randomUUID } from 'node:crypto'
import { confusionCounts, sentencesOfCell } from '#app/agreement/confusion-matrix'
import { dividedSentences } from '#app/agreement/divided-sentences'
import { leastAgreedFirst } from '#app/agreement/part-report'
import type { Unit } from '#app/agreement/units'
import type { AgreementOverview, ComparedSentence, ComparedSentences } from '#app/contract'
import { Refusal } from '#app/failure'
import type { AnnotatorId, LabelId } from '#app/model/ids'
import { type StudiedConsistency, studyConsistency } from '#main/agreement/own-consistency'
import { type StudiedProject, studyProject } from '#main/agreement/study-project'
import { lastOpening } from '#main/assign/open-layers'
import type { Watch } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

type AgreementQueries =
  | 'agreement.report'
  | 'agreement.confusion'
  | 'agreement.cell'
  | 'agreement.divided'
  | 'agreement.own'
  | 'agreement.articles'

/** How often the bootstrap draws. */
const SAMPLES = 1000

/** From where on, in hundredths, the work is that on annotators' own consistency. */
const OWN_FROM = 80

/** A part of some work, whose progress in hundredths goes from one hundredth of the whole to another. */
const partOf = (watch: Watch = {}, from: number, to: number): Watch => ({
  ...watch,
  onProgress: done => watch.onProgress?.(Math.floor(from + (done * (to - from)) / 100), 100),
})

interface Page {
  readonly offset: number
  readonly limit: number
}

/** The report that was computed last is remembered, so that single sentences can be asked of it. */
export function agreementQueries(store: Store, by: AnnotatorId): Queries<AgreementQueries> {
  let last:
    | {
        readonly id: string
        readonly studied: StudiedProject
        readonly divided: readonly Unit[]
        readonly own: readonly StudiedConsistency[]
      }
    | undefined

  function known(report: string) {
    if (last?.id === report) return last
    throw new Refusal('not-found', 'Another report was computed meanwhile. Compute this one again.')
  }

  function compared(
    units: readonly Unit[],
    categories: readonly (LabelId | null)[],
    { offset, limit }: Page,
  ): ComparedSentences {
    const sentences = units.slice(offset, offset + limit).map(
      ({ article, sentence, range, values }): ComparedSentence => ({
        ...{ article, sentence, range },
        title: store.tables.article.get(article)?.title ?? '',
        text: (store.tables.article.text(article) ?? '').slice(range.start, range.end),
        given: values.map(value => (value === null ? undefined : (categories[value] ?? null))),
      }),
    )
    return { total: units.length, sentences }
  }

  return {
    async 'agreement.report'({ annotators, selection, seed, now }, watch) {
      const opening = lastOpening(store)
      const before = now ? undefined : opening
      const plan = { annotators, selection, samples: SAMPLES, seed, before: before?.seq }
      const studied = await studyProject(store, by, plan, partOf(watch, 0, OWN_FROM))
      const own = await studyConsistency(store, by, plan, partOf(watch, OWN_FROM, 100))
      const divided = dividedSentences(studied.units.units, Number.POSITIVE_INFINITY)
      last = { id: randomUUID(), studied, divided: divided.map(({ unit }) => unit), own }
      const { byArticle: _, divided: __, ...labels } = studied.labels
      const { coders, articles, sets, attributes, spans } = studied
      const overview: AgreementOverview = {
        ...{ report: last.id, coders, articles, labels, sets, attributes, spans },
        ...{ divided: divided.length, samples: SAMPLES, seed },
        ...{ asOf: before?.at ?? null, opened: opening?.at ?? null },
        consistency: own.map(({ sentences: _, categories: __, ...one }) => one),
      }
      return overview
    },

    'agreement.confusion': ({ report, first, second }) =>
      confusionCounts(known(report).studied.units, first, second),

    'agreement.cell'({ report, first, second, row, column, ...page }) {
      const { studied } = known(report)
      const cell = sentencesOfCell(studied.units, { first, second, row, column })
      return compared(cell, studied.units.categories, page)
    },

    'agreement.divided'({ report, ...page }) {
      const { studied, divided } = known(report)
      return compared(divided, studied.units.categories, page)
    },

    'agreement.own'({ report, annotator, ...page }) {
      const one = known(report).own.find(one => one.annotator.id === annotator)
      return compared(one?.sentences ?? [], one?.categories ?? [], page)
    },

    'agreement.articles'({ report, offset, limit }) {
      const all = leastAgreedFirst(known(report).studied.labels.byArticle)
      const articles = all
        .slice(offset, offset + limit)
        .map(one => ({ ...one, title: store.tables.article.get(one.part)?.title ?? '' }))
      return { total: all.length, articles }
    },
  }
}
