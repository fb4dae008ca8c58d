/** What can wait until the frame that answers a key is painted. */
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Milliseconds after which a frame is no longer waited for: a window in the background paints none. */
const PATIENCE = 60

/** Does something after the next frame has been painted. @returns a function that calls it off */
export function afterPaint(work: () => void): () => void {
  let open = true
  const once = () => {
    if (!open) return
    cancel()
    work()
  }
  const frame = requestAnimationFrame(() => setTimeout(once))
  const timer = setTimeout(once, PATIENCE)
  const cancel = () => {
    open = false
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  return cancel
}

/** What waits for a frame or for rest, each as the function that shows it. */
const waiting = new Set<() => void>()

/** Shows at once what waits: a key may need it there before that, to put the cursor into it. */
export function showNow(): void {
  flushSync(() => {
    for (const show of waiting) show()
  })
}

/** Milliseconds without a change after which the person rests. */
const REST = 90

/**
 * A value as it was when a frame was last painted: for a part of the window that need not be in the next one. Where the
 * value is of another place than the one that is shown, it waits until the person rests there: nobody reads on the way.
 */
export function useAfterPaint<T>(value: T, isElsewhere: (value: T, shown: T) => boolean): T {
  const [painted, setPainted] = useState(value)
  const elsewhere = isElsewhere(value, painted)
  useEffect(() => {
    if (value === painted) return
    const show = () => setPainted(value)
    waiting.add(show)
    const cancel = elsewhere ? afterRest(show) : afterPaint(show)
    return () => {
      waiting.delete(show)
      cancel()
    }
  }, [value, painted, elsewhere])
  return painted
}

function afterRest(work: () => void): () => void {
  const timer = setTimeout(work, REST)
  return () => clearTimeout(timer)
}
