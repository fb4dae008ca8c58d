import { useEffect, useState } from 'react'
import type { Outcome } from '#app/contract'
import type { Failure } from '#app/failure'
import { useChanges } from '../use-asked.ts'

/** A part of a list that is walked from one place to the next. */
interface Part<T, P> {
  readonly items: readonly T[]
  /** From where to go on; null at the end. */
  readonly next: P | null
}

interface Walked<T> {
  /** Undefined until the first answer. */
  readonly items: readonly T[] | undefined
  readonly more: boolean
  readonly failure: Failure | undefined
}

/**
 * Reads parts of a list until as much of it is here as is wanted; again whenever the project changes.
 *
 * @param question what is asked: another one is asked anew
 * @param read gives the part after a place; null for the first
 */
export function usePages<T, P>(
  question: string,
  wanted: number,
  read: (after: P | null) => Promise<Outcome<Part<T, P>>>,
): Walked<T> {
  const [walked, setWalked] = useState<Walked<T>>({ items: undefined, more: false, failure: undefined })
  const changes = useChanges()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is in the question; a change makes the list new
  useEffect(() => {
    let open = true
    const walk = async () => {
      const items: T[] = []
      let after: P | null = null
      do {
        const outcome: Outcome<Part<T, P>> = await read(after)
        if (!open) return
        if (!outcome.ok) return setWalked(now => ({ ...now, failure: outcome.failure }))
        items.push(...outcome.value.items)
        after = outcome.value.next
      } while (after !== null && items.length < wanted)
      setWalked({ items, more: after !== null, failure: undefined })
    }
    void walk()
    return () => {
      open = false
    }
  }, [question, wanted, changes])
  return walked
}
