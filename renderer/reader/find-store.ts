/** What the person looks for in the open article, and where it stands. */
import { create } from 'zustand'
import { sentencesIn } from '#app/model/segmentation'
import { findExactly, findFolded, matchFrom } from '#app/text/find'
import { type Folded, fold } from '#app/text/fold'
import type { Range } from '#app/text/range'
import { goTo, reading, useReader } from './reader-store.ts'
import { searchPattern, stopSearching } from './search-pattern.ts'

interface FindState {
  readonly open: boolean
  readonly wanted: string
  /** Only the very characters; otherwise case, accents and kinds of marks do not matter. */
  readonly exact: boolean
  /** What is looked for is a regular expression. */
  readonly pattern: boolean
  /** Ranges of the article's text, in order. */
  readonly matches: readonly Range[]
  /** The match that one stands at; -1 for none. */
  readonly current: number
  /** Why a pattern found nothing. */
  readonly problem: 'no-pattern' | 'too-long' | null
}

const NOTHING = { matches: [], current: -1, problem: null } as const

export const useFind = create<FindState>(() => ({
  ...{ open: false, wanted: '', exact: false, pattern: false },
  ...NOTHING,
}))

/** Where the search began: what is typed is looked for from here on. */
let origin = 0

/** A folded text serves for all that is looked for in it. */
let last: { readonly text: string; readonly folded: Folded } | undefined

let unfollow: (() => void) | undefined

/** Opens the bar, with what is selected in the article, or else what was looked for last. */
export function openFind(): void {
  const selected = getSelection()?.toString().trim() ?? ''
  const isWanted = selected !== '' && selected.length <= 200 && !useFind.getState().open
  origin = currentOffset()
  useFind.setState({ open: true, ...(isWanted ? { wanted: selected, pattern: false } : {}) })
  unfollow ??= useReader.subscribe(({ state }, before) => {
    const text = state.status === 'open' ? state.reading.text : undefined
    const textBefore = before.state.status === 'open' ? before.state.reading.text : undefined
    if (text === textBefore) return
    origin = currentOffset()
    void search(false)
  })
  void search(false)
  // A long text is folded before the first letter is typed.
  requestIdleCallback(() => {
    const text = reading()?.text
    if (useFind.getState().open && text !== undefined) foldedOf(text)
  })
}

export function closeFind(): void {
  unfollow?.()
  unfollow = undefined
  last = undefined
  stopSearching()
  useFind.setState({ open: false, ...NOTHING })
}

/** Looks for something else, and goes to the first place of it from where the search began. */
export function lookFor(change: Partial<Pick<FindState, 'wanted' | 'exact' | 'pattern'>>): void {
  useFind.setState(change)
  void search(true)
}

/** Goes to the match after (1) or before (-1) the one where one is; round the ends. */
export function stepMatch(step: 1 | -1): void {
  const { matches, current } = useFind.getState()
  if (matches.length === 0) return
  goToMatch((current + step + matches.length) % matches.length)
  origin = matches[useFind.getState().current]?.start ?? origin
}

function goToMatch(index: number): void {
  useFind.setState({ current: index })
  const now = reading()
  const match = useFind.getState().matches[index]
  if (now && match) goTo(sentencesIn(now.sentences, match).from)
}

async function search(follow: boolean): Promise<void> {
  const { wanted, exact, pattern, open } = useFind.getState()
  const text = reading()?.text
  stopSearching()
  if (!open || text === undefined || wanted === '') return useFind.setState(NOTHING)
  if (!pattern) return show(exact ? findExactly(text, wanted) : findFolded(foldedOf(text), wanted), follow)
  const outcome = await searchPattern({ text, pattern: wanted, ignoreCase: !exact })
  if (outcome === undefined) return
  if (typeof outcome === 'string') useFind.setState({ ...NOTHING, problem: outcome })
  else show(outcome, follow)
}

function show(matches: readonly Range[], follow: boolean): void {
  const current = matchFrom(matches, origin)
  useFind.setState({ matches, current, problem: null })
  if (follow && current >= 0) goToMatch(current)
}

function foldedOf(text: string): Folded {
  if (last?.text !== text) last = { text, folded: fold(text) }
  return last.folded
}

function currentOffset(): number {
  const now = reading()
  return now?.sentences[now.current]?.start ?? 0
}
