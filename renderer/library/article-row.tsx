import './article-row.css'
import { memo } from 'react'
import type { ArticleSummary } from '#app/contract'
import type { ArticleId } from '#app/model/ids'
import type { Column } from '#app/model/library-settings'
import { say, sayDate } from '../messages/messages.ts'
import { CheckIcon } from '../ui/icons.tsx'
import { CollectionNames } from './collection-names.tsx'
import { Coverage } from './coverage.tsx'
import { languageName } from './language-name.ts'
import { hasCollections, hasCoverage, hasFrom } from './row-height.ts'

interface ArticleRowProps {
  readonly article: ArticleSummary
  readonly columns: readonly Column[]
  /** Its place in the list, from 0. */
  readonly index: number
  /** Whether it is the one that is read; one that is chosen; the one that Tab leads to. */
  readonly current: boolean
  readonly chosen: boolean
  readonly focusable: boolean
  readonly onPress: (index: number, id: ArticleId, event: React.MouseEvent) => void
  readonly onMenu: (id: ArticleId, row: Element) => void
}

/** An article in the library: its title, where it is from, how far the person has come. */
export const ArticleRow = memo(function ArticleRow({
  article,
  columns,
  index,
  current,
  chosen,
  focusable,
  onPress,
  onMenu,
}: ArticleRowProps) {
  return (
    <button
      type="button"
      className="article-row"
      data-index={index}
      data-chosen={chosen || undefined}
      tabIndex={focusable ? 0 : -1}
      aria-current={current ? 'true' : undefined}
      onClick={event => onPress(index, article.id, event)}
      onContextMenu={event => {
        event.preventDefault()
        onMenu(article.id, event.currentTarget)
      }}
    >
      <span className="article-row-title" dir="auto">
        {chosen && (
          <span className="article-row-check">
            <CheckIcon />
            <span className="hidden">{say('library.chosen')}</span>
          </span>
        )}
        {article.title}
      </span>
      {hasFrom(columns) && <span className="article-row-line">{fromOf(article, columns)}</span>}
      {hasCoverage(columns) && <Coverage article={article} columns={columns} />}
      {hasCollections(columns) && <CollectionNames of={article.collections} />}
    </button>
  )
}, sameRow)

/** Handlers are made anew with every showing and do the same. */
function sameRow(before: ArticleRowProps, after: ArticleRowProps): boolean {
  const seen = ['article', 'columns', 'index', 'current', 'chosen', 'focusable'] as const
  return seen.every(name => before[name] === after[name])
}

function fromOf(article: ArticleSummary, columns: readonly Column[]): string {
  const said = columns.map(column => {
    switch (column) {
      case 'source':
      case 'author':
        return article[column]
      case 'published':
        return /^\d{4}-\d{2}-\d{2}/.test(article.published) ? sayDate(article.published) : article.published
      case 'language':
        return article.language && languageName(article.language)
      default:
        return ''
    }
  })
  return said.filter(Boolean).join(' · ')
}
