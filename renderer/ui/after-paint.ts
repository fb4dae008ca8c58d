/** What can wait until the frame that answers a key is painted. */
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { StoreApi } from 'zustand'

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

/** What follows a store a frame behind, each as the function that shows it as it is. */
const followers = new Set<() => void>()

/** Shows at once what waits: a key may need it there before that, to put the cursor into it. */
export function showNow(): void {
  flushSync(() => {
    for (const show of followers) show()
  })
}

/** Milliseconds without a change after which the person rests. */
const REST = 90

/**
 * What is selected of a store, as it was when a frame was last painted: for a part of the window that need not be in the
 * next one, and is not rendered before. Where it is of another place than what is shown, it waits until the person rests
 * there: nobody reads on the way.
 *
 * @param select and `isElsewhere` always the same functions
 */
export function useAfterPaint<S, T>(
  store: Pick<StoreApi<S>, 'getState' | 'subscribe'>,
  select: (state: S) => T,
  isElsewhere: (value: T, shown: T) => boolean,
): T {
  const [painted, setPainted] = useState(() => select(store.getState()))
  const shown = useRef(painted)
  useEffect(() => {
    let cancel = nothing
    const show = () => {
      cancel()
      cancel = nothing
      shown.current = select(store.getState())
      setPainted(shown.current)
    }
    const follow = () => {
      cancel()
      const value = select(store.getState())
      if (value === shown.current) cancel = nothing
      else cancel = isElsewhere(value, shown.current) ? afterRest(show) : afterPaint(show)
    }
    follow()
    followers.add(show)
    const off = store.subscribe(follow)
    return () => {
      off()
      followers.delete(show)
      cancel()
    }
  }, [store, select, isElsewhere])
  return painted
}

const nothing = (): void => {}

function afterRest(work: () => void): () => void {
  const timer = setTimeout(work, REST)
  return () => clearTimeout(timer)
}
