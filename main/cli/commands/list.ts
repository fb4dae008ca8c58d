import type { ArticleSummary } from '#app/contract'
import { type Command, optionOf, word } from '../command.ts'
import { annotatorFor, withProject } from '../project.ts'

const PAGE = 500

export const list: Command = {
  name: 'list',
  usage: 'P.assay [--filter WORDS] [--annotator NAME]',
  summary: 'lists the articles with their progress',
  words: [1, 1],
  options: { filter: { type: 'string' }, annotator: { type: 'string' } },
  run: call =>
    withProject(word(call, 0), store => {
      const { id: annotator } = annotatorFor(store, optionOf(call, 'annotator'))
      const query = {
        annotator,
        filter: optionOf(call, 'filter') ?? '',
        order: 'imported',
        limit: PAGE,
      } as const
      const articles: ArticleSummary[] = []
      for (let offset = 0; ; offset += PAGE) {
        const page = store.library.page({ ...query, offset })
        articles.push(...page.articles)
        for (const one of page.articles) call.output.line(`${one.id}  ${progress(one)}  ${one.title}`)
        if (page.articles.length < PAGE) break
      }
      if (articles.length === 0) call.output.line('No articles.')
      call.output.value(articles)
      return true
    }),
}

const progress = ({ tagged, reviewed, sentences }: ArticleSummary): string =>
  `${tagged} tagged, ${reviewed} reviewed of ${sentences}`.padEnd(36)
