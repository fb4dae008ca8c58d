import { memo } from 'react'
import type { ArticleSummary } from '#app/contract'

interface ArticleRowProps {
  readonly article: ArticleSummary
  readonly current: boolean
  readonly onOpen: () => void
}

/** An article in the library: its title, where it is from, how far the person has come. */
export const ArticleRow = memo(
  function ArticleRow({ article, current, onOpen }: ArticleRowProps) {
    const { title, source, published, sentences, tagged, reviewed } = article
    const share = sentences === 0 ? 0 : (reviewed / sentences) * 100
    return (
      <button
        type="button"
        className="article-row"
        aria-current={current ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className="article-row-title" dir="auto">
          {title}
        </span>
        <span className="article-row-from">
          {[source, published.slice(0, 10)].filter(Boolean).join(' · ')}
        </span>
        <span className="article-row-progress">
          <span className="article-row-track">
            <span className="article-row-fill" style={{ inlineSize: `${share}%` }} />
          </span>
          {tagged} tagged, {reviewed} reviewed of {sentences}
        </span>
      </button>
    )
  },
  (before, after) => before.article === after.article && before.current === after.current,
)
