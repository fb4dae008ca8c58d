/** The conflicts of the project, of which only the pages that are looked at are here. */
import { useEffect, useRef, useState } from 'react'
import type { Conflict } from '#app/contract'
import type { Failure } from '#app/failure'
import { call } from '../door.ts'
import { useChanges } from '../use-asked.ts'

const PAGE = 100

interface Pages {
  /** How many conflicts there are; null until that is known. */
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly Conflict[]>
  readonly failure: Failure | null
}

export interface ConflictPages extends Pages {
  /** The conflict at a place, if its page is here. */
  at(index: number): Conflict | undefined
  /** The place of a conflict in the pages that are here; -1 where it is in none. */
  placeOf(key: string): number
  /** Sees to it that the page of a place is here, or comes. */
  need(index: number): void
}

/** Tells one conflict from another. */
export const keyOf = ({ kind, id }: Conflict): string => `${kind} ${id}`

/** Asks for pages as they are needed, and anew whenever the project changes; what is here stays until then. */
export function useConflictPages(): ConflictPages {
  const changes = useChanges()
  const [state, setState] = useState<Pages>({ total: null, pages: new Map(), failure: null })
  /** What was asked for in this state of the project. */
  const asked = useRef(new Set<number>())
  const generation = useRef(0)

  const load = (page: number) => {
    if (asked.current.has(page)) return
    asked.current.add(page)
    const mine = generation.current
    void call('conflict.list', { offset: page * PAGE, limit: PAGE }).then(outcome => {
      if (mine !== generation.current) return
      if (!outcome.ok) return setState(before => ({ ...before, failure: outcome.failure }))
      const { total, conflicts } = outcome.value
      setState(({ pages }) => ({
        ...{ total, failure: null },
        pages: new Map(
          [...pages, [page, conflicts] as const].filter(([one]) => one * PAGE < Math.max(total, 1)),
        ),
      }))
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is here is asked for anew with each change, and only then
  useEffect(() => {
    generation.current++
    asked.current.clear()
    for (const page of state.pages.size > 0 ? state.pages.keys() : [0]) load(page)
  }, [changes])

  return {
    ...state,
    at: index => state.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    placeOf(key) {
      for (const [page, conflicts] of state.pages) {
        const place = conflicts.findIndex(one => keyOf(one) === key)
        if (place >= 0) return page * PAGE + place
      }
      return -1
    },
    need: index => load(Math.floor(index / PAGE)),
  }
}
