import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { say } from '../messages/messages.ts'
import { describe, outcomeOf } from './import-report.ts'
import type { Chosen } from './import-store.ts'

/** Height of a row before it is measured, in pixels. */
const ROW = 37

/** What became of each file so far; of many, only those in view are in the page. */
export function ImportResults({ files }: { readonly files: readonly Chosen[] }) {
  const viewport = useRef<HTMLDivElement>(null)
  const done = files.filter(file => file.result)
  const rows = useVirtualizer({
    count: done.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  return (
    <div className="import-viewport" ref={viewport}>
      <ul
        className="import-results"
        aria-label={say('transfer.files')}
        style={{ blockSize: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const file = done[index]
          return (
            file && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                data-outcome={outcomeOf(file)}
                aria-setsize={done.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className="import-name">{file.name}</span>
                <span className="import-outcome">{describe(file)}</span>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
