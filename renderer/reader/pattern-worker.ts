/** Looks for a regular expression, in a thread that can be ended: some patterns take for ever. */
import { findPattern } from '#app/text/find'

export interface PatternSearch {
  readonly text: string
  readonly pattern: string
  readonly ignoreCase: boolean
}

/** [start, end, start, end …], or null where the pattern is none. */
export type PatternFound = Uint32Array | null

addEventListener('message', ({ data }: MessageEvent<PatternSearch>) => postMessage(found(data)))

function found({ text, pattern, ignoreCase }: PatternSearch): PatternFound {
  try {
    return Uint32Array.from(findPattern(text, pattern, ignoreCase).flatMap(({ start, end }) => [start, end]))
  } catch {
    return null
  }
}
