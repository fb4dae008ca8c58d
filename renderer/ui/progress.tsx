import './progress.css'
import { Label, ProgressBar } from 'react-aria-components'

/** How far work has come; without a total it only says that there is work. */
export function Progress({
  label,
  done,
  total,
}: {
  readonly label: string
  readonly done: number
  readonly total: number
}) {
  return (
    <ProgressBar
      className="progress"
      value={done}
      maxValue={Math.max(total, 1)}
      isIndeterminate={total === 0}
    >
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <div className="progress-track">
            <div className="progress-fill" style={{ inlineSize: `${percentage ?? 30}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
