import { create } from 'zustand'

/** A word to the person that needs no answer. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'bad'
  /** Offers to take back what it tells of: the last step, or by this. */
  readonly undo: boolean | (() => void)
}

/** Milliseconds for which a notice stays. */
const STAYS = 7_000

export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }))

let last = 0

export function notify(
  text: string,
  options: { tone?: Notice['tone']; undo?: Notice['undo']; stays?: boolean } = {},
): void {
  const id = ++last
  const notice: Notice = { id, text, tone: options.tone ?? 'plain', undo: options.undo ?? false }
  useNotices.setState(({ notices }) => ({
    // What is said again is not said twice.
    notices: [...notices.filter(one => one.text !== text).slice(-2), notice],
  }))
  if (!options.stays) setTimeout(() => dismiss(id), STAYS)
}

/** Takes all of them away. */
export const clearNotices = (): void => useNotices.setState({ notices: [] })

/** Takes away what offers to take something back: another annotator than it was told to is at work. */
export const dismissOffers = (): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter(({ undo }) => undo === false) }))

export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter(notice => notice.id !== id) }))
}
