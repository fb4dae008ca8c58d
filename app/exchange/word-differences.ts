/** Which words of a text another one has not. */

export interface Piece {
  readonly text: string
  /** Whether the other text has it not, at this place. */
  readonly differs: boolean
}

/** Words of two texts, multiplied, up to which they are compared: more would make people wait. */
const MOST = 4_000_000

/**
 * A text in pieces, in order, of which some differ from another text: by its longest common subsequence of words
 * (Wagner and Fischer 1974). O(words × words of the other); very long texts differ as a whole.
 */
export function wordDifferences(text: string, other: string): Piece[] {
  if (text === other) return pieces([[text, false]])
  const [words, others] = [wordsOf(text), wordsOf(other)]
  if (words.length * others.length > MOST) return pieces([[text, true]])
  const common = commonWords(words, others)
  return pieces(words.map((word, place): [string, boolean] => [word, !common.has(place)]))
}

/** Words and what stands between them. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []

/** The places of the words that both have in common, in one order. */
function commonWords(words: readonly string[], others: readonly string[]): Set<number> {
  const width = others.length + 1
  // lengths[i * width + j]: of the longest that words from i and others from j have in common.
  const lengths = new Uint32Array((words.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = words.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        words[i] === others[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const common = new Set<number>()
  for (let i = 0, j = 0; i < words.length && j < others.length; ) {
    if (words[i] === others[j]) {
      common.add(i++)
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return common
}

/** Neighbours of one kind as one. */
function pieces(words: readonly (readonly [string, boolean])[]): Piece[] {
  const all: Piece[] = []
  for (const [text, differs] of words) {
    const last = all.at(-1)
    if (last?.differs === differs) all[all.length - 1] = { text: last.text + text, differs }
    else if (text !== '') all.push({ text, differs })
  }
  return all
}
