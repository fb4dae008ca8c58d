/** What can wait until the frame that answers a key is painted. */
import { useEffect, useState } from 'react'

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

/** A value as it was when a frame was last painted: for a part of the window that need not be in the next one. */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(value)
  useEffect(() => (value === painted ? undefined : afterPaint(() => setPainted(value))), [value, painted])
  return painted
}
