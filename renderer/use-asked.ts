import { useEffect, useState } from 'react'
import type { Input, Output, PlainCallName } from '#app/contract'
import type { Failure } from '#app/failure'
import { call, on } from './door.ts'

interface Asked<T> {
  /**
   * What came last; undefined before that. It stays until the next answer, so that a list does not blink from one page to
   * the next: what is about another thing than before is a component of its own, with a key.
   */
  readonly value: T | undefined
  readonly failure: Failure | undefined
}

/** Asks main, and again whenever the question or the project changes. @param input null for nothing to ask */
export function useAsked<N extends PlainCallName>(name: N, input: Input<N> | null): Asked<Output<N>> {
  const [asked, setAsked] = useState<Asked<Output<N>>>({ value: undefined, failure: undefined })
  const question = JSON.stringify(input)
  const changes = useChanges()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input is in the question; a change makes it new
  useEffect(() => {
    if (input === null) return
    let open = true
    void call(name, input).then(outcome => {
      if (!open) return
      setAsked(
        outcome.ok
          ? { value: outcome.value, failure: undefined }
          : { value: undefined, failure: outcome.failure },
      )
    })
    return () => {
      open = false
    }
  }, [name, question, changes])
  return asked
}

/** A number that changes whenever the project does, by this window or another. */
export function useChanges(): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => on('changed', () => setChanges(now => now + 1)), [])
  return changes
}
