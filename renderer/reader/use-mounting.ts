import { useEffect, useState } from 'react'

/** Sections that are shown at once to each side of the first: more than a screen. */
const AT_ONCE = 1
/** Sections that are added in an idle moment. */
const STEP = 6

/**
 * Shows a long article where the reader is at once, and the rest in idle moments, outwards from there: it opens
 * as fast as a short one, and is all there for the find of the browser and for screen readers soon after.
 *
 * @param center the section that is needed first
 * @returns whether a section is to be shown
 */
export function useMounting(sections: number, center: number): (section: number) => boolean {
  const [start] = useState(Math.max(center, 0))
  const [reach, setReach] = useState(AT_ONCE)
  const done = start - reach <= 0 && start + reach >= sections
  useEffect(() => {
    if (done) return
    const idle = requestIdleCallback(() => setReach(reach + STEP), { timeout: 200 })
    return () => cancelIdleCallback(idle)
  }, [done, reach])
  return section => Math.abs(section - start) <= reach || Math.abs(section - center) <= 1
}
