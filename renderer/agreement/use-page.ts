import { useEffect, useState } from 'react'
import type { Outcome } from '#app/contract'
import type { Failure } from '#app/failure'

/** Asks for a page whenever the question changes. @param question tells one from another */
export function usePage<T>(
  question: string,
  ask: () => Promise<Outcome<T>>,
): { readonly value: T | undefined; readonly failure: Failure | undefined } {
  const [answer, setAnswer] = useState<{ readonly value?: T; readonly failure?: Failure }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is in the question
  useEffect(() => {
    let open = true
    void ask().then(outcome => {
      if (open) setAnswer(outcome.ok ? { value: outcome.value } : { failure: outcome.failure })
    })
    return () => {
      open = false
    }
  }, [question])
  return { value: answer.value, failure: answer.failure }
}

/** The largest page of sentences that is given at once. */
const PAGE = 200

/** All pages of a list, one after the other, for a file. */
export async function allPages<T>(
  ask: (page: { readonly offset: number; readonly limit: number }) => Promise<Outcome<readonly T[]>>,
  total: number,
): Promise<T[]> {
  const all: T[] = []
  while (all.length < total) {
    const outcome = await ask({ offset: all.length, limit: PAGE })
    if (!outcome.ok || outcome.value.length === 0) break
    all.push(...outcome.value)
  }
  return all
}
