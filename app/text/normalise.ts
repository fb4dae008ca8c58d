/**
 * The one rewriting that Assay ever does to a text: newlines become LF and a leading byte order mark goes.
 * Everything else stays as the source wrote it, so that offsets mean the same to whoever has the source.
 */
export function normalise(text: string): string {
  const marked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked
}
