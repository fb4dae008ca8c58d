import './library.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { ArticleOrder } from '#app/model/library'
import { openArticle, shownArticle, useReader } from '../reader/reader-store.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { chooseFiles } from '../transfer/choose-files.ts'
import { beginImport } from '../transfer/import-store.ts'
import { Button } from '../ui/button.tsx'
import { ImportIcon, PasteIcon } from '../ui/icons.tsx'
import { Message } from '../ui/message.tsx'
import { ArticleRow } from './article-row.tsx'
import { articleAt, need, placeInLibrary, setFilter, setOrder, useLibrary } from './library-store.ts'

const ORDERS: Record<ArticleOrder, string> = {
  imported: 'As imported',
  newest: 'Latest import first',
  title: 'Title',
  published: 'Latest published first',
  progress: 'Least reviewed first',
}

/** Height of a row, in pixels. */
const ROW = 64

/** The articles of the project, with their progress. */
export function Library() {
  const { filter, order, totals } = useLibrary()
  return (
    <section className="pane library" aria-label="Library">
      <div className="library-head">
        <div className="library-tools">
          <Button onPress={() => openDialog('paste')}>
            <PasteIcon />
            Paste
          </Button>
          <Button onPress={() => void chooseFiles()}>
            <ImportIcon />
            Import files
          </Button>
          <Button name="Import a folder or web pages" hint="A folder, web pages" onPress={beginImport}>
            …
          </Button>
        </div>
        <input
          className="input"
          type="search"
          aria-label="Filter articles"
          placeholder="Filter by a word"
          value={filter}
          onChange={event => setFilter(event.target.value)}
        />
        <select
          className="input"
          aria-label="Order of articles"
          value={order}
          onChange={event => setOrder(ArticleOrder.parse(event.target.value))}
        >
          {ArticleOrder.options.map(one => (
            <option key={one} value={one}>
              {ORDERS[one]}
            </option>
          ))}
        </select>
      </div>
      <Articles />
      {totals && (
        <p className="library-foot">
          {totals.articles} {totals.articles === 1 ? 'article' : 'articles'} · {totals.tagged} tagged,{' '}
          {totals.reviewed} reviewed of {totals.sentences} sentences
        </p>
      )}
    </section>
  )
}

function Articles() {
  const { total, pages, filter, failure } = useLibrary()
  const shown = useReader(({ state }) => shownArticle(state))
  const viewport = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  useEffect(() => {
    const place = shown ? placeInLibrary(shown) : -1
    if (place >= 0) rows.scrollToIndex(place, { align: 'auto' })
  }, [shown, rows])

  if (failure) return <Message title="The library cannot be shown.">{failure.message}</Message>
  if (total === 0) {
    return filter === '' ? (
      <Message title="No articles yet.">
        Paste one, import files, or drop them anywhere in this window.
      </Message>
    ) : (
      <Message title="No article fits.">No title or text has words that begin like “{filter}”.</Message>
    )
  }
  return (
    <div className="library-viewport" ref={viewport}>
      <ul aria-label="Articles" aria-busy={total === null} style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          need(index)
          const article = articleAt(pages, index)
          return (
            <li
              key={index}
              className="library-row"
              aria-setsize={total ?? -1}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {article && (
                <ArticleRow
                  article={article}
                  current={article.id === shown}
                  onOpen={() => void openArticle(article.id)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
