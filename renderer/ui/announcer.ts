/** Tells a screen reader what changed. One polite region for the whole window; see announcer-view.tsx. */
import { create } from 'zustand'

interface Said {
  readonly text: string
  /** Tells the same words, said again, from the first time. */
  readonly turn: number
}

export const useAnnouncer = create<Said>(() => ({ text: '', turn: 0 }))

/** Has a sentence read aloud when the screen reader has finished what it is reading; a later one takes its place. */
export const announce = (text: string): void =>
  useAnnouncer.setState(({ turn }) => ({ text, turn: turn + 1 }))
