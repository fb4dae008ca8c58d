import type { Agreement } from '#app/agreement/agreement'
import { say } from '../messages/messages.ts'
import { sayFigure, sayReason } from './words.ts'

/** A figure with its interval, or the reason why there is none. */
export function Figure({ result }: { readonly result: Agreement }) {
  if ('undefined' in result) return <span className="figure-none">{sayReason(result.undefined)}</span>
  const { value, interval } = result
  return (
    <span className="figure">
      <span className="figure-value">{sayFigure(value)}</span>
      {interval && (
        <span className="figure-interval">
          {say('agreement.interval', { low: sayFigure(interval.low), high: sayFigure(interval.high) })}
        </span>
      )}
    </span>
  )
}
