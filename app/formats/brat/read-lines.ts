/** The lines of a `.ann`, by brat's server/src/annotation.py. */
import { Refusal } from '../../failure.ts'
import type { Range } from '../../text/range.ts'
import type { GivenFile } from '../format.ts'
import { linesOf } from '../lines.ts'
import { ANNOTATION_NOTE, ARTICLE_NOTE } from './notes.ts'

/** A text-bound annotation, from the beginning of its first to the end of its last fragment. Offsets of the file. */
export interface Span extends Range {
  readonly type: string
  readonly fragments: readonly Range[]
  /** The words that the line says it stands on; empty where it does not. */
  readonly quoted: string
  readonly place: string
}

export interface Lines {
  /** By their ids. */
  readonly spans: ReadonlyMap<string, Span>
  /** By what they are of. */
  readonly values: ReadonlyMap<string, { readonly type: string; readonly value: string }[]>
  readonly notes: ReadonlyMap<string, string[]>
  /** Notes of Assay. */
  readonly own: ReadonlyMap<string, { readonly json: string; readonly place: string }>
  readonly article: { readonly json: string; readonly place: string } | undefined
}

/** The lines of a file, by kind. Relations, equivalences and normalisations are left out. */
export function linesIn(ann: GivenFile): Lines {
  const spans = new Map<string, Span>()
  /** The spans that say where an event is, by the id of the event: what is said of it is said of them. */
  const triggers = new Map<string, string>()
  const values = new Map<string, { type: string; value: string }[]>()
  const notes = new Map<string, string[]>()
  const own = new Map<string, { json: string; place: string }>()
  let article: Lines['article']
  for (const { line, number } of linesOf(ann.text())) {
    const place = `${ann.path}, line ${number}`
    const [, id = '', data = '', tail = ''] = /^([^\t]+)\t([^\t]*)(?:\t(.*))?$/s.exec(line) ?? []
    if (id === '')
      throw new Refusal(
        'unreadable',
        `${place} is no annotation of brat: no tab is in it. Mend the line, or export again.`,
      )
    const [type = '', target = '', ...others] = data.trim().split(/ +/)
    switch (id.charAt(0)) {
      case 'T': {
        if (spans.has(id))
          throw new Refusal(
            'unreadable',
            `${place} has the id ${id} for the second time. Give it another one.`,
          )
        const { label, fragments } = textBound(data, place)
        spans.set(id, { type: label, fragments, ...hullOf(fragments), quoted: tail, place })
        break
      }
      case 'A':
      case 'M':
        put(values, target, { type, value: others.join(' ') || 'yes' })
        break
      case 'E': {
        const [, trigger] = type.split(':')
        if (trigger?.startsWith('T')) triggers.set(id, trigger)
        break
      }
      case '#':
        if (type === ARTICLE_NOTE) article = { json: tail, place }
        else if (type === ANNOTATION_NOTE) own.set(target, { json: tail, place })
        else if (tail.trim() !== '') put(notes, target, tail.trim())
        break
    }
  }
  for (const [event, trigger] of triggers) {
    for (const value of values.get(event) ?? []) put(values, trigger, value)
    for (const note of notes.get(event) ?? []) put(notes, trigger, note)
  }
  return { spans, values, notes, own, article }
}

/** `TYPE START END`, or several pairs of offsets with `;` between them. */
function textBound(data: string, place: string): { label: string; fragments: readonly Range[] } {
  const [, label, pairs] = /^(\S+) (\d{1,10} \d{1,10}(?:;\d{1,10} \d{1,10})*)\s*$/.exec(data) ?? []
  if (!label || !pairs)
    throw new Refusal(
      'unreadable',
      `${place} has no “TYPE START END” after its id. Mend the line, or export again.`,
    )
  const fragments = pairs.split(';').map(pair => {
    const [start, end] = pair.split(' ')
    return { start: Number(start), end: Number(end) }
  })
  return { label, fragments }
}

const hullOf = (fragments: readonly Range[]): Range =>
  fragments.reduce((hull, { start, end }) => ({
    start: Math.min(hull.start, start),
    end: Math.max(hull.end, end),
  }))

function put<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
