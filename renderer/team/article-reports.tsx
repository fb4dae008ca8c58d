import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { AnnotatorReport, ArticleReport } from '#app/exchange/merge-report'
import { say } from '../messages/messages.ts'

/** Height of a row before it is measured, in pixels. */
const ROW = 37

interface ArticleReportsProps {
  readonly articles: readonly ArticleReport[]
  /** How many there are, of which these are the first. */
  readonly total: number
}

/** Article by article what comes, and by whom; of many, only those in view are on the page. */
export function ArticleReports({ articles, total }: ArticleReportsProps) {
  const viewport = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: articles.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  return (
    <div>
      <h3 className="merge-head">{say('team.articles-in-file', { count: total })}</h3>
      <section
        className="merge-viewport"
        ref={viewport}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard, too
        tabIndex={0}
        aria-label={say('team.articles')}
      >
        <ul className="merge-articles" style={{ blockSize: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start, key }) => {
            const article = articles[index]
            return (
              article && (
                <li
                  key={key}
                  ref={rows.measureElement}
                  data-index={index}
                  aria-setsize={articles.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <span className="merge-article-title" dir="auto">
                    {article.title}
                  </span>
                  <span className="merge-article-what">{whatComes(article).join('; ')}</span>
                </li>
              )
            )
          })}
        </ul>
      </section>
      {total > articles.length && <p>{say('team.and-more', { count: total - articles.length })}</p>}
    </div>
  )
}

/** What comes into an article, in words. */
export const whatComes = ({ added, annotators, decisions }: ArticleReport): string[] => [
  ...(added ? [say('team.new-article')] : []),
  ...annotators.map(workOf),
  ...(decisions > 0 ? [say('team.decisions', { count: decisions })] : []),
]

const workOf = ({ annotator, added, changed, deleted }: AnnotatorReport): string =>
  say('team.work-of', {
    name: annotator.name,
    work: [
      ...(added > 0 ? [say('team.annotations-new', { count: added })] : []),
      ...(changed > 0 ? [say('team.annotations-changed', { count: changed })] : []),
      ...(deleted > 0 ? [say('team.annotations-deleted', { count: deleted })] : []),
    ].join(', '),
  })
