import { say } from '../messages/messages.ts'
import { DrawingView } from './drawing-view.tsx'
import { type FigureRow, figureRows } from './drawings.ts'
import { sayReason } from './words.ts'

/** A chart, and the same figures as a table with their reasons. */
export function Chart({ title, rows }: { readonly title: string; readonly rows: readonly FigureRow[] }) {
  return (
    <>
      <div className="agreement-wide">
        <DrawingView drawing={figureRows(title, rows)} />
      </div>
      <ul className="hidden" aria-label={title}>
        {rows.map(({ name, said }) => (
          <li key={name}>
            {name}: {said}
          </li>
        ))}
      </ul>
      {rows.map(({ name, result }) =>
        'undefined' in result ? (
          <p key={name} className="agreement-says">
            {say('agreement.no-figure', { name, reason: sayReason(result.undefined) })}
          </p>
        ) : null,
      )}
    </>
  )
}
