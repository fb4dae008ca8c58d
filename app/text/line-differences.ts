/** What tells one text from another, line by line. */

export interface LineDifference {
  readonly change: 'same' | 'added' | 'removed'
  /** The line, without its end. */
  readonly line: string
}

/** Above so many pairs of lines, what differs is told as a whole. */
const MOST_PAIRS = 4_000_000

/**
 * The lines of both texts in order: fewest added and removed, those removed before those added. What lies between the
 * first and the last difference is compared line with line: O(lines²) there.
 */
export function lineDifferences(before: string, after: string): LineDifference[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++
  return [
    ...as('same', old.slice(0, start)),
    ...between(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...as('same', old.slice(old.length - end)),
  ]
}

/** By the longest common subsequence. */
function between(old: readonly string[], now: readonly string[]): LineDifference[] {
  if (old.length * now.length > MOST_PAIRS) return [...as('removed', old), ...as('added', now)]
  const width = now.length + 1
  // common[i * width + j]: the length of the longest common subsequence of what follows on old i and now j.
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found: LineDifference[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]]
    if (was !== undefined && was === is) {
      found.push({ change: 'same', line: was })
      i++
      j++
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ change: 'removed', line: was })
      i++
    } else if (is !== undefined) {
      found.push({ change: 'added', line: is })
      j++
    }
  }
  return found
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

const as = (change: LineDifference['change'], lines: readonly string[]): LineDifference[] =>
  lines.map(line => ({ change, line }))
