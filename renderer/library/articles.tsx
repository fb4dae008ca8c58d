import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { BIN } from '#app/model/collection'
import type { ArticleId } from '#app/model/ids'
import { NO_FILTER, saysNothing } from '#app/model/library'
import { say } from '../messages/messages.ts'
import { openArticle, shownArticle, useReader } from '../reader/reader-store.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import { useArrangement } from './arrangement-store.ts'
import { ArticleRow } from './article-row.tsx'
import { articleAt, need, placeInLibrary, refreshLibrary, setFilter, useLibrary } from './library-store.ts'
import { listKey } from './list-keys.ts'
import { rowHeight } from './row-height.ts'
import { RowMenu } from './row-menu.tsx'
import { chooseBetween, chooseNone, chooseOnly, isChosen, toggle, useChosen } from './selection-store.ts'

/** The list itself, of which only the rows in view are on the page. */
export function Articles() {
  const { total, filter, failure } = useLibrary()
  if (failure)
    return (
      <Message title={say('library.failed')}>
        <p>{failure.message}</p>
        <Button onPress={refreshLibrary}>{say('library.try-again')}</Button>
      </Message>
    )
  if (total !== 0) return <List />
  if (saysNothing(filter)) return <Message title={say('library.empty')}>{say('library.empty-hint')}</Message>
  if (filter.collection === BIN.id && saysNothing({ ...filter, collection: null }))
    return <Message title={say('library.bin-empty')}>{say('library.bin-empty-hint')}</Message>
  return (
    <Message title={say('library.none-fits')}>
      <p>{say('library.none-fits-hint')}</p>
      <Button onPress={() => setFilter(NO_FILTER)}>{say('library.clear-filter')}</Button>
    </Message>
  )
}

function List() {
  const { total, pages, filter, order } = useLibrary()
  const shown = useReader(({ state }) => shownArticle(state))
  const chosen = useChosen(state => state.chosen)
  const columns = useArrangement(({ columns }) => columns)
  const viewport = useRef<HTMLDivElement>(null)
  /** The row that the keys are at, and where a stretch of rows was begun. */
  const [at, setAt] = useState(0)
  const anchor = useRef(0)
  const [menu, setMenu] = useState<{ readonly article: ArticleId; readonly row: Element } | null>(null)
  const height = rowHeight(columns)
  // The row with the focus stays on the page when it is scrolled away.
  const extract = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range)
      return seen.includes(at) || at >= range.count ? seen : [...seen, at].sort((a, b) => a - b)
    },
    [at],
  )
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => viewport.current,
    estimateSize: () => height,
    overscan: 8,
    rangeExtractor: extract,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => {
    rows.measure()
  }, [height, rows])
  useEffect(() => {
    const place = shown ? placeInLibrary(shown) : -1
    if (place < 0) return
    rows.scrollToIndex(place, { align: 'auto' })
    setAt(place)
    anchor.current = place
  }, [shown, rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is seen from its beginning
  useEffect(() => {
    if (viewport.current) viewport.current.scrollTop = 0
  }, [filter, order])
  const focusRow = useFocus(viewport, rows)

  const goTo = (index: number, extend: boolean) => {
    const to = Math.min(Math.max(index, 0), (total ?? 1) - 1)
    setAt(to)
    focusRow(to)
    if (extend) void chooseBetween(anchor.current, to)
    else anchor.current = to
  }

  const press = (index: number, id: ArticleId, event: React.MouseEvent) => {
    setAt(index)
    if (event.shiftKey) return void chooseBetween(anchor.current, index)
    anchor.current = index
    if (event.ctrlKey || event.metaKey) return toggle(id)
    chooseNone()
    void openArticle(id)
  }

  const openMenu = (id: ArticleId, row: Element) => {
    if (!isChosen(useChosen.getState().chosen, id)) chooseOnly(id)
    setMenu({ article: id, row })
  }

  const items = rows.getVirtualItems()
  useEffect(() => {
    for (const { index } of items) need(index)
  })

  const current = Math.min(at, Math.max((total ?? 1) - 1, 0))
  return (
    <div className="library-viewport" ref={viewport}>
      <ul
        aria-label={say('library.articles')}
        aria-busy={total === null}
        style={{ blockSize: rows.getTotalSize() }}
        onKeyDown={event => {
          const page = Math.max(Math.floor((viewport.current?.clientHeight ?? 0) / height) - 1, 1)
          const id = articleAt(pages, current)?.id
          listKey(event, {
            go: (step, extend) =>
              goTo(
                step === 'first'
                  ? 0
                  : step === 'last'
                    ? Number.MAX_SAFE_INTEGER
                    : current + step * (Math.abs(step) > 1 ? page : 1),
                extend,
              ),
            toggle: () => id && toggle(id),
            menu: () => id && event.target instanceof Element && openMenu(id, event.target),
          })
        }}
      >
        {items.map(({ index, start }) => {
          const article = articleAt(pages, index)
          return (
            <li
              key={index}
              className="library-row"
              aria-setsize={total ?? -1}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)`, blockSize: height }}
            >
              {article && (
                <ArticleRow
                  article={article}
                  columns={columns}
                  index={index}
                  current={article.id === shown}
                  chosen={isChosen(chosen, article.id)}
                  focusable={index === current}
                  onPress={press}
                  onMenu={openMenu}
                />
              )}
            </li>
          )
        })}
      </ul>
      {menu && <RowMenu row={menu.row} onClose={() => setMenu(null)} />}
    </div>
  )
}

/** Leads the focus to a row, which may have to come first. */
function useFocus(
  viewport: RefObject<HTMLDivElement | null>,
  rows: Virtualizer<HTMLDivElement, Element>,
): (index: number) => void {
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const row = viewport.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  return index => {
    wanted.current = index
    rows.scrollToIndex(index, { align: 'auto' })
  }
}
