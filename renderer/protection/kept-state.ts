import { useEffect, useRef, useState } from 'react'
import { isLockedAway } from '../shell/session-store.ts'
import { useProtection } from './protection-store.ts'

/** What was being written when the project was locked, by what it is. It is in this window's memory only. */
const kept = new Map<string, unknown>()

/**
 * As `useState`, of what somebody writes and has not given to the project yet: it is there again after the lock, and gone
 * when what it is written in is left otherwise.
 */
export function useKeptState<T>(what: string, beginning: T): [T, (value: T) => void] {
  // What is kept under a name was kept by the one place that has it.
  const [value, setValue] = useState(() => (kept.has(what) ? (kept.get(what) as T) : beginning))
  const last = useRef(value)
  last.current = value
  useEffect(() => {
    kept.delete(what)
    return () => {
      if (useProtection.getState().locking || isLockedAway()) kept.set(what, last.current)
    }
  }, [what])
  return [value, setValue]
}

/** Lets go of what was kept: it was of a project that is not opened again. */
export const forgetKept = (): void => kept.clear()
