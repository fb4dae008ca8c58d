/**
 * The one rewriting that Assay ever does to a text: newlines become LF, a leading byte order mark goes, and a
 * lone surrogate, which no file in Unicode can hold, becomes U+FFFD. Everything else stays as the source wrote
 * it, so that offsets mean the same to whoever has the source.
 */
export function normalise(text: string): string {
  const whole = text.toWellFormed()
  const marked = whole.charCodeAt(0) === 0xfeff ? whole.slice(1) : whole
  return marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked
}
