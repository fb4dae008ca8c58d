import type { ArticleSummary } from '#app/contract'
import { BIN } from '#app/model/collection'
import { ArticleFilter } from '#app/model/library'
import { type Command, nameGiven, optionOf, word } from '../command.ts'
import { annotatorFor, withSeen } from '../project.ts'

const PAGE = 500

export const list: Command = {
  name: 'list',
  usage: 'P.assay [--filter WORDS] [--bin] [--annotator NAME]',
  summary: 'lists the articles with their progress; with --bin those in the bin',
  words: [1, 1],
  options: { filter: { type: 'string' }, bin: { type: 'boolean' }, annotator: { type: 'string' } },
  run: call =>
    withSeen(word(call, 0), store => {
      const { id: annotator } = annotatorFor(store, nameGiven(call, 'annotator'))
      const query = {
        annotator,
        filter: ArticleFilter.parse({
          words: optionOf(call, 'filter') ?? '',
          collection: call.options.bin === true ? BIN.id : null,
        }),
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
