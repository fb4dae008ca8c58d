import { create } from 'zustand'

/** A word to the person that needs no answer. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'bad'
  /** Offers to take back what it tells of: the last step, as long as it is that, or by this. */
  readonly undo: boolean | (() => void)
  /** What was the last step when it was told. */
  readonly step: number | null
}

interface NoticesState {
  readonly notices: readonly Notice[]
  /** The step that undo would take back now. */
  readonly step: number | null
}

/** Milliseconds for which a notice stays. */
const STAYS = 7_000

export const useNotices = create<NoticesState>(() => ({ notices: [], step: null }))

let last = 0

export function notify(
  text: string,
  options: { tone?: Notice['tone']; undo?: Notice['undo']; stays?: boolean } = {},
): void {
  const id = ++last
  useNotices.setState(({ notices, step }) => {
    const notice: Notice = { id, text, tone: options.tone ?? 'plain', undo: options.undo ?? false, step }
    // What is said again is not said twice.
    return { notices: [...notices.filter(one => one.text !== text).slice(-2), notice] }
  })
  if (!options.stays) setTimeout(() => dismiss(id), STAYS)
}

/** Notes which step undo would take back now. */
export const followStep = (step: number | null): void => useNotices.setState({ step })

/** Whether a notice can take back what it tells of: not once another step was taken, or this one was taken back. */
export const offersUndo = (notice: Notice): boolean =>
  typeof notice.undo === 'function' || (notice.undo && notice.step === useNotices.getState().step)

/** Takes all of them away. */
export const clearNotices = (): void => useNotices.setState({ notices: [] })

/** Takes away what offers to take something back: another annotator than it was told to is at work. */
export const dismissOffers = (): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter(({ undo }) => undo === false) }))

export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter(notice => notice.id !== id) }))
}
