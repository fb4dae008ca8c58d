import type { Range } from '#app/text/range'
import type { PatternFound, PatternSearch } from './pattern-worker.ts'

/** Milliseconds for which a pattern may be looked for. */
const LIMIT = 1_500

let worker: Worker | undefined

/** Ends what is being looked for. */
export function stopSearching(): void {
  worker?.terminate()
  worker = undefined
}

/** Looks for a regular expression. @returns the matches; why there are none; undefined where another search came in between */
export function searchPattern(
  search: PatternSearch,
): Promise<readonly Range[] | 'no-pattern' | 'too-long' | undefined> {
  stopSearching()
  const mine = new Worker(new URL('./pattern-worker.ts', import.meta.url), { type: 'module' })
  worker = mine
  return new Promise(resolve => {
    const end = (outcome: readonly Range[] | 'no-pattern' | 'too-long'): void => {
      clearTimeout(timer)
      const isMine = worker === mine
      if (isMine) stopSearching()
      resolve(isMine ? outcome : undefined)
    }
    const timer = setTimeout(() => end('too-long'), LIMIT)
    mine.addEventListener('error', () => end('too-long'))
    mine.addEventListener('message', ({ data }: MessageEvent<PatternFound>) =>
      end(data ? rangesOf(data) : 'no-pattern'),
    )
    mine.postMessage(search)
  })
}

const rangesOf = (flat: Uint32Array): Range[] =>
  Array.from({ length: flat.length / 2 }, (_, index) => ({
    start: flat[2 * index] ?? 0,
    end: flat[2 * index + 1] ?? 0,
  }))
