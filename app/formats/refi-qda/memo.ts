/**
 * REFI-QDA has one free text for each code and selection, its Description, which every program shows as memo or
 * comment. What of ours has no place of its own stands in it, below a line of its own, for people to read and
 * for us to read back:
 *
 *     The note as the annotator wrote it.
 *
 *     --- Assay ---
 *     Attributed to: Ms. Oakes
 *     Reason: two
 *       lines
 */
export interface Memo {
  readonly prose: string
  /** In order; a name may occur several times. */
  readonly fields: readonly Field[]
}

/** A name without colon and newline, and any value. */
export type Field = readonly [name: string, value: string]

const DIVIDER = '--- Assay ---'
/** A divider as it comes back: some programs write CRLF. */
const DIVIDERS = /^--- Assay ---\r?$/gm

/** The text for a Description; empty for nothing to say. */
export function writeMemo({ prose, fields }: Memo): string {
  const plain = fields.length === 0 && prose === prose.trim() && prose.search(DIVIDERS) < 0
  if (plain) return prose
  const lines = fields.map(([name, value]) => `${name}: ${value.replaceAll('\n', '\n  ')}`)
  return [prose === '' ? DIVIDER : `${prose}\n\n${DIVIDER}`, ...lines].join('\n')
}

/** Reads what `writeMemo` wrote. A text of another program is prose, without the blank space around it. */
export function readMemo(text: string): Memo {
  const last = [...text.matchAll(DIVIDERS)].at(-1)
  if (!last) return { prose: text.trim(), fields: [] }
  const ours = last[0].endsWith('\r')
    ? text.slice(last.index).replaceAll('\r\n', '\n')
    : text.slice(last.index)
  const before = text.slice(0, last.index)
  return {
    prose: last[0].endsWith('\r') ? before.trim() : before.replace(/\n{1,2}$/, ''),
    fields: fieldsIn(ours.slice(DIVIDER.length + 1)),
  }
}

function fieldsIn(text: string): Field[] {
  const fields: { readonly name: string; readonly lines: string[] }[] = []
  for (const line of text === '' ? [] : text.split('\n')) {
    const colon = line.indexOf(':')
    if (line.startsWith('  ')) fields.at(-1)?.lines.push(line.slice(2))
    else if (colon > 0) {
      fields.push({ name: line.slice(0, colon), lines: [line.slice(colon + 1).replace(/^ /, '')] })
    } else if (line === '') fields.at(-1)?.lines.push('')
  }
  return fields.map(({ name, lines }) => [name, lines.join('\n')])
}
