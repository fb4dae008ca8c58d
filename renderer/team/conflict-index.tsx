import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useCallback, useEffect, useImperativeHandle, useRef } from 'react'
import { say } from '../messages/messages.ts'
import type { ConflictPages } from './conflict-pages.ts'

export interface ConflictIndexHandle {
  /** Leads the focus to a place of the list, which may have to come first. */
  focus(index: number): void
  /** Whether the focus, or the target of an event, is in the list. */
  holds(target: EventTarget | null): boolean
}

interface ConflictIndexProps {
  readonly conflicts: ConflictPages
  readonly total: number
  /** The place of the one that is looked at. */
  readonly at: number
  readonly onGo: (index: number) => void
  readonly ref: Ref<ConflictIndexHandle>
}

/** Pixels of a row of one line, until it is measured. */
const ROW = 36

/** The list of conflicts, of which only the rows in view, and the one that is looked at, are on the page. */
export function ConflictIndex({ conflicts, total, at, onGo, ref }: ConflictIndexProps) {
  const viewport = useRef<HTMLDivElement>(null)
  const wanted = useRef<number | null>(null)
  const extract = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range)
      return seen.includes(at) || at >= range.count ? seen : [...seen, at].sort((a, b) => a - b)
    },
    [at],
  )
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW,
    overscan: 8,
    rangeExtractor: extract,
  })
  const items = rows.getVirtualItems()
  useEffect(() => {
    for (const { index } of items) conflicts.need(index)
  })
  useEffect(() => {
    if (wanted.current === null) return
    const row = viewport.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] button`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  useImperativeHandle(ref, () => ({
    focus(index) {
      wanted.current = index
      rows.scrollToIndex(index, { align: 'auto' })
    },
    holds: target => target instanceof Node && viewport.current?.contains(target) === true,
  }))
  return (
    <div className="conflicts-viewport" ref={viewport}>
      <ul
        className="conflicts-list"
        aria-label={say('team.conflicts')}
        style={{ blockSize: rows.getTotalSize() }}
      >
        {items.map(({ index, start }) => {
          const conflict = conflicts.at(index)
          return (
            <li
              // By its place: a row that has the focus keeps it when what stands there comes, or is another.
              key={index}
              ref={rows.measureElement}
              data-index={index}
              className="conflicts-row"
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                className="conflicts-item"
                tabIndex={index === at ? 0 : -1}
                aria-current={index === at ? 'true' : undefined}
                aria-busy={conflict ? undefined : true}
                onClick={() => onGo(index)}
              >
                {conflict ? say('team.conflict-of', { kind: conflict.kind, name: conflict.name }) : '…'}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
