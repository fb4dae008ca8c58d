import { annotatorNames } from '#app/model/annotator'
import { progressByAnnotator } from '#main/assign/progress'
import { type Command, word } from '../command.ts'
import { count } from '../count.ts'
import { withSeen } from '../project.ts'

export const stats: Command = {
  name: 'stats',
  usage: 'P.assay',
  summary:
    'counts articles, sentences and annotations, by label and annotator, and says how far annotators have come with what was dealt to them',
  words: [1, 1],
  options: {},
  run: call =>
    withSeen(word(call, 0), store => {
      const annotators = store.tables.annotator.all()
      const names = annotatorNames(annotators)
      const labels = store.tables.annotation.counts()
      const people = annotators.map(({ id }) => {
        const { tagged, reviewed } = store.library.totals(id)
        return { annotator: names.get(id) ?? id, tagged, reviewed }
      })
      const { articles, sentences } = store.library.totals(store.tables.annotator.all()[0]?.id ?? '')
      const counts = labels.map(one => ({ ...one, annotator: names.get(one.annotator) ?? one.annotator }))
      const annotations = counts.reduce((sum, one) => sum + one.count, 0)
      call.output.line(
        `${count(articles, 'article')}, ${count(sentences, 'sentence')}, ${count(annotations, 'annotation')}`,
      )
      for (const one of people)
        call.output.line(`  ${one.annotator}: ${one.tagged} tagged, ${one.reviewed} reviewed`)
      const progress = progressByAnnotator(store, new Date().toISOString())
      for (const { annotator, articles, done, begun, sentences, reviewed, pace, expected } of progress) {
        const end =
          expected === null
            ? ''
            : `, done by ${expected} at ${count(Math.round(pace ?? 0), 'sentence')} a day`
        call.output.line(
          `  ${names.get(annotator.id) ?? annotator.name}: ${done} of ${count(articles, 'article')} done, ${begun} in progress; ${reviewed} of ${count(sentences, 'sentence')}${end}`,
        )
      }
      for (const one of counts) call.output.line(`  ${one.label}: ${one.count} by ${one.annotator}`)
      call.output.value({ articles, sentences, annotations, annotators: people, progress, labels: counts })
      return true
    }),
}
