/** The time at work in this window since it was opened, and the sentences that were read in it. Nothing of it is kept. */
import { create } from 'zustand'
import { alive, NO_WORK, type WorkTime } from './work-time.ts'

export const useWorkTime = create<WorkTime>(() => NO_WORK)

/** The sentences that something was said of, each once. */
const sentences = new Set<string>()

export const sentencesDone = (): number => sentences.size

/** Notes that something was said of sentences of an article. @param starts where they begin in it */
export function noteSentences(article: string, starts: readonly number[]): void {
  for (const start of starts) sentences.add(`${article} ${start}`)
}

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Takes signs of life at most so often, in milliseconds. */
const EVERY = 1000

/** Runs the time from now on. @returns a function that stops it */
export function runWorkTime(): () => void {
  const hear = () => {
    const now = Date.now()
    const { last } = useWorkTime.getState()
    if (last === null || Math.abs(now - last) >= EVERY)
      useWorkTime.setState(alive(useWorkTime.getState(), now))
  }
  hear()
  for (const sign of SIGNS) window.addEventListener(sign, hear, { capture: true, passive: true })
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, hear, { capture: true })
  }
}
