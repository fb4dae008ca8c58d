import { annotatorNames } from '#app/model/annotator'
import { sentencesIn } from '#app/model/segmentation'
import { offsetMap } from '#app/text/offsets'
import { type Command, word } from '../command.ts'
import { articleNamed, withSeen } from '../project.ts'

export const show: Command = {
  name: 'show',
  usage: 'P.assay ARTICLE',
  summary: 'shows the sentences of an article with their offsets (in code points) and labels',
  words: [2, 2],
  options: {},
  run: call =>
    withSeen(word(call, 0), store => {
      const id = articleNamed(store, word(call, 1))
      const article = store.tables.article.get(id)
      const text = store.tables.article.text(id) ?? ''
      const sentences = store.tables.segmentation.get(id)?.sentences ?? []
      const annotations = store.tables.annotation.ofArticle(id)
      const names = annotatorNames(store.tables.annotator.all())
      const { toCodePoints } = offsetMap(text)
      const rows = sentences.map(({ start, end }, index) => ({
        sentence: index + 1,
        start: toCodePoints(start),
        end: toCodePoints(end),
        labels: annotations
          .filter(one => {
            const { from, to } = sentencesIn(sentences, one)
            return from <= index && index < to
          })
          .map(one => ({
            label: one.label,
            annotator: names.get(one.annotator) ?? one.annotator,
            note: one.note,
          })),
        text: text.slice(start, end),
      }))
      call.output.line(`${article?.title} (${id})`)
      for (const row of rows) {
        const labels = row.labels.map(one => `${one.label} (${one.annotator})`).join(', ')
        call.output.line(
          `${String(row.sentence).padStart(4)}  ${row.start}–${row.end}  ${labels ? `[${labels}] ` : ''}${row.text}`,
        )
      }
      call.output.value({ id, title: article?.title, language: article?.language, sentences: rows })
      return true
    }),
}
