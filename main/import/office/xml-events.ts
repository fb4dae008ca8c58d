import { Parser } from 'htmlparser2'

export interface XmlEvents {
  /** An element begins. Names keep their prefix, as office programs all write the same ones. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Goes through XML once, without a tree. Only the five entities of XML and numbers are resolved: what a
 * document declares itself, inside or outside, is neither read nor expanded.
 */
export function xmlEvents(xml: string, events: XmlEvents): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open?.(name, attributes),
      ontext: text => events.text?.(text),
      onclosetag: name => events.close?.(name),
      // Text in CDATA arrives through ontext.
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

/** The text of each element of these names, the first of each; for the small files of metadata. */
export function xmlFields(xml: string, names: readonly string[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  let current: string | undefined
  xmlEvents(xml, {
    open(name) {
      if (names.includes(name) && found[name] === undefined) {
        current = name
        found[name] = ''
      }
    },
    text(text) {
      if (current) found[current] += text
    },
    close(name) {
      if (name === current) current = undefined
    },
  })
  return Object.fromEntries(Object.entries(found).map(([name, text]) => [name, text.trim()]))
}
