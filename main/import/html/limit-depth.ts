/** Deepest nesting that a page keeps. Browsers stop at 512; no page that a person wrote comes near this. */
const DEEPEST = 200

/** Elements that have no content, or that end without an end tag, and so say nothing about depth. */
const UNCOUNTED = new Set(
  'area base body br col colgroup embed hr html head img input link meta option p param script source style title track wbr'.split(
    ' ',
  ),
)

/** Parts of tables and lists, whose end tags may be missing too: they are of the depth of the table or list. */
const CELLS = new Set('dd dt li tbody td tfoot th thead tr'.split(' '))

const INLINE = new Set('a abbr b big em font i small span strong tt u'.split(' '))

/**
 * Takes out the tags below a depth that only hostile or broken pages reach; their text stays. What works on
 * a tree afterwards then needs no care about its stack, nor about time that grows with the square of the depth.
 */
export function limitDepth(html: string): string {
  let depth = 0
  const limited = (markup: string) =>
    // Up to the next angle bracket, whatever quotation marks say: each character is looked at once.
    markup.replace(/<(\/?)([a-zA-Z][\w:-]{0,30})[^<>]*>?/g, (tag: string, end: string, given: string) => {
      const name = given.toLowerCase()
      if (CELLS.has(name)) return depth < DEEPEST ? tag : ' '
      if (UNCOUNTED.has(name) || tag.endsWith('/>')) return tag
      depth = Math.max(0, depth + (end === '/' ? -1 : 1))
      const kept = end === '/' ? depth < DEEPEST : depth <= DEEPEST
      if (kept) return tag
      return INLINE.has(name) ? '' : ' '
    })
  // Tags in scripts are text.
  const parts = html.split(/(<\/script\s*>)/i)
  return parts
    .map(part => {
      const script = part.search(/<script\b/i)
      return script === -1 ? limited(part) : limited(part.slice(0, script)) + part.slice(script)
    })
    .join('')
}
