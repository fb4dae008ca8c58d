/**
 * The one rewriting that Assay ever does to a text: newlines become LF, a leading byte order mark goes, and a
 * lone surrogate, which no file in Unicode can hold, becomes U+FFFD. Everything else stays as the source wrote
 * it, so that offsets mean the same to whoever has the source.
 */
export function normalise(text: string): string {
  const whole = text.toWellFormed()
  const marked = whole.charCodeAt(0) === MARK ? whole.slice(1) : whole
  return marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked
}

/** Where an offset of a text is after `normalise`; both in UTF-16 units. O(log newlines), after one scan. */
export function normalisedOffsets(text: string): (offset: number) => number {
  const mark = text.charCodeAt(0) === MARK ? 1 : 0
  // The LF of each CRLF: before it, one unit less has been left out.
  const dropped: number[] = []
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) dropped.push(at + 1)
  if (dropped.length === 0) return offset => Math.max(0, offset - mark)
  return offset => {
    let [low, high] = [0, dropped.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((dropped[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return Math.max(0, offset - mark - low)
  }
}

const MARK = 0xfeff
