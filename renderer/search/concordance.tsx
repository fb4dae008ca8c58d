// biome-ignore-all lint/a11y/useSemanticElements: a table's own elements cannot be laid out row by row
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { Hit } from '#app/contract'
import { say } from '../messages/messages.ts'
import { openArticle } from '../reader/reader-store.ts'
import { useCodebook } from '../shell/session-store.ts'
import { showView } from '../shell/view-store.ts'
import { labelsOn, useBorneLabels } from './borne-labels.ts'
import { HitRow } from './hit-row.tsx'
import { focusOn, goToHit, hitId, keepScroll, needHit, toggle, useSearch } from './search-store.ts'

/** Height of a row, in pixels. */
const ROW = 34
/** Rows that PageUp and PageDown go. */
const LEAP = 12

/** Opens the article of a hit at its sentence; coming back leads to this hit. */
export function openHit(hit: Hit, index: number): void {
  goToHit(index)
  focusOn('hits')
  showView('read')
  void openArticle(hit.article, hit.sentence === 0 ? null : hit.range)
}

/** The hits, one a line; only those in view are on the page. One row takes the focus, and the arrows lead from it. */
export function Concordance() {
  const { hits, next, count, current, chosen, focus, asked } = useSearch()
  const known = useBorneLabels(state => state.known)
  const { labels } = useCodebook()
  const viewport = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: hits.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW,
    overscan: 10,
    initialOffset: useSearch.getState().scroll,
    // The row with the focus stays, wherever the mouse has scrolled.
    rangeExtractor: range =>
      [...new Set([...defaultRangeExtractor(range), current])]
        .filter(index => index < hits.length)
        .sort((a, b) => a - b),
  })

  const focusRow = useCallback(
    (index: number) => {
      rows.scrollToIndex(index, { align: 'auto' })
      requestAnimationFrame(() =>
        viewport.current?.querySelector<HTMLElement>(`[data-hit="${index}"]`)?.focus({ preventScroll: true }),
      )
    },
    [rows],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the view comes, or is called
  useEffect(() => {
    if (focus === 'hits') focusRow(current)
  }, [focus])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its top
  useEffect(() => {
    if (useSearch.getState().scroll === 0) rows.scrollToOffset(0)
  }, [asked])

  const hear = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const hit = hits[current]
    const to = TARGETS[event.key]?.(current, hits.length)
    if (to !== undefined) {
      const index = Math.min(Math.max(to, 0), hits.length - 1)
      goToHit(index)
      needHit(index)
      focusRow(index)
    } else if (event.key === ' ' && hit) toggle(hit)
    else if (event.key === 'Enter' && hit) openHit(hit, current)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="hits" ref={viewport} onScroll={event => keepScroll(event.currentTarget.scrollTop)}>
      <div
        role="grid"
        aria-label={say('search.hits')}
        aria-multiselectable="true"
        aria-rowcount={next ? (count?.capped === false ? count.hits : -1) : hits.length}
        tabIndex={-1}
        style={{ blockSize: rows.getTotalSize() }}
        onKeyDown={hear}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          needHit(index)
          const hit = hits[index]
          if (!hit) return null
          const borne = labelsOn(hit, known.get(hit.article))
          return (
            <div
              key={hitId(hit)}
              role="presentation"
              className="hit-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <HitRow
                hit={hit}
                index={index}
                chosen={chosen.has(hitId(hit))}
                current={index === current}
                labels={labels.filter(label => borne.includes(label.id))}
                onFocus={() => index === useSearch.getState().current || goToHit(index)}
                onOpen={() => openHit(hit, index)}
                onToggle={() => {
                  goToHit(index)
                  toggle(hit)
                }}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Where a key leads, from the current row. */
const TARGETS: Readonly<Record<string, (current: number, rows: number) => number>> = {
  ArrowDown: current => current + 1,
  ArrowUp: current => current - 1,
  PageDown: current => current + LEAP,
  PageUp: current => current - LEAP,
  Home: () => 0,
  End: (_, rows) => rows - 1,
}
