/** The articles that the person has chosen, to do something to all of them. */
import { create } from 'zustand'
import type { ArticleId } from '#app/model/ids'
import type { Selection } from '#app/model/library'
import { reading } from '../reader/reader-store.ts'
import { idsBetween, useLibrary } from './library-store.ts'

/** Some, or all that fit the filter but some: then a hundred thousand are chosen without being here. */
type Chosen =
  | { readonly all: false; readonly some: ReadonlySet<ArticleId> }
  | { readonly all: true; readonly except: ReadonlySet<ArticleId> }

const NONE: Chosen = { all: false, some: new Set() }

export const useChosen = create<{ readonly chosen: Chosen }>(() => ({ chosen: NONE }))

// What fits another filter is another list.
useLibrary.subscribe(({ filter }, before) => {
  if (filter !== before.filter) chooseNone()
})

const choose = (chosen: Chosen): void => useChosen.setState({ chosen })

export const isChosen = (chosen: Chosen, id: ArticleId): boolean =>
  chosen.all ? !chosen.except.has(id) : chosen.some.has(id)

/** How many are chosen, of a list of so many. */
export const chosenCount = (chosen: Chosen, total: number | null): number =>
  chosen.all ? Math.max((total ?? 0) - chosen.except.size, 0) : chosen.some.size

export const chooseNone = (): void => choose(NONE)
export const chooseAll = (): void => choose({ all: true, except: new Set() })
export const chooseOnly = (id: ArticleId): void => choose({ all: false, some: new Set([id]) })

/** Chooses an article, or takes it out of those that are chosen. */
export function toggle(id: ArticleId): void {
  const { chosen } = useChosen.getState()
  const flipped = (ids: ReadonlySet<ArticleId>) =>
    ids.has(id) ? new Set([...ids].filter(one => one !== id)) : new Set([...ids, id])
  choose(
    chosen.all ? { all: true, except: flipped(chosen.except) } : { all: false, some: flipped(chosen.some) },
  )
}

let stretches = 0

/** Chooses the articles from one place of the list to another, and no others. */
export async function chooseBetween(from: number, to: number): Promise<void> {
  const mine = ++stretches
  const ids = await idsBetween(from, to)
  if (mine === stretches) choose({ all: false, some: new Set(ids) })
}

/** What a step is about: what is chosen, else the article that is read; undefined where that is nothing. */
export function selection(): { readonly selection: Selection; readonly count: number } | undefined {
  const { chosen } = useChosen.getState()
  const { filter, total } = useLibrary.getState()
  const count = chosenCount(chosen, total)
  if (count > 0)
    return {
      count,
      selection: chosen.all ? { filter, except: [...chosen.except] } : { articles: [...chosen.some] },
    }
  const open = reading()?.article.id
  return open && { selection: { articles: [open] }, count: 1 }
}
