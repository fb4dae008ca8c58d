/** Longest title taken from a text, in UTF-16 units. */
const LONGEST = 300

/** The title of a text that bears none beside it: its first line that is not blank, shortened at a word. */
export function titleOf(text: string): string {
  const first = /\S.*/.exec(text.slice(0, 20_000))?.[0].trim() ?? ''
  const plain = first.replace(/^#{1,6}\s+/, '').trim()
  if (plain.length <= LONGEST) return plain
  const cut = plain.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST - 40)).trimEnd()}…`
}
