import type { Range } from '../../text/range.ts'
import type { Cas, FeatureStructure } from '../cas/cas.ts'
import { ANNOTATION, ARTICLE, MENTION, REVIEW } from '../cas/type-system.ts'
import { escapeText, escapeValue } from './escape.ts'
import { type SubToken, unitsOf } from './units.ts'

/** The layers of a document, in the order of their columns. */
const LAYERS = [ARTICLE, ANNOTATION, MENTION, REVIEW]

/** A layer with the features that occur in the document, as INCEpTION writes them. */
interface Layer {
  readonly type: string
  readonly columns: readonly string[]
}

/** An annotation on a unit. Its values stand on the first of its units, and `*` on the others. */
interface Mark {
  readonly structure: FeatureStructure
  readonly id: number
  readonly first: boolean
}

/** A document of WebAnno TSV 3.3. */
export function* tsvOf(cas: Cas): Generator<string> {
  const layers = LAYERS.flatMap((type): Layer[] => {
    const columns = new Set(
      cas.structures.filter(one => one.type === type).flatMap(one => Object.keys(one.features)),
    )
    return columns.size > 0 ? [{ type, columns: [...columns] }] : []
  })
  yield '#FORMAT=WebAnno TSV 3.3\n'
  for (const { type, columns } of layers) yield `#T_SP=${type}|${columns.join('|')}\n`
  yield '\n'
  const marks = marksOf(cas, layers)
  let token = 0
  for (const [index, { start, end }] of cas.sentences.entries()) {
    // The blank space after a sentence goes with it: the format has no other place for it.
    const text = cas.text.slice(start, cas.sentences[index + 1]?.start ?? cas.text.length)
    let lines = `\n${text
      .split('\n')
      .map(line => `#Text=${escapeText(line)}\n`)
      .join('')}`
    for (let number = 1; (marks.tokens[token]?.end ?? Infinity) <= end; number++, token++) {
      const unit = marks.tokens[token]
      if (unit) lines += lineOf(`${index + 1}-${number}`, unit, cas.text, marks.onTokens[token], layers)
      for (const [place, sub] of (marks.subTokens.get(token) ?? []).entries())
        lines += lineOf(`${index + 1}-${number}.${place + 1}`, sub, cas.text, sub.marks, layers)
      if (lines.length < LONG) continue
      yield lines
      lines = ''
    }
    yield lines
  }
}

/** UTF-16 units after which a piece of a long sentence goes out. */
const LONG = 65_536

interface Marks {
  readonly tokens: readonly Range[]
  /** By the indices of tokens; most have none. */
  readonly onTokens: readonly (Mark[] | undefined)[]
  readonly subTokens: ReadonlyMap<number, readonly (SubToken & { readonly marks: readonly Mark[] })[]>
}

/** The annotations of all layers, on the units that they cover. */
function marksOf({ tokens, structures }: Cas, layers: readonly Layer[]): Marks {
  const types = new Set(layers.map(layer => layer.type))
  const onTokens: Mark[][] = []
  const subTokens = new Map<number, (SubToken & { marks: Mark[] })[]>()
  const putBelow = (sub: SubToken, mark: Mark) => {
    const here = subTokens.get(sub.token) ?? []
    subTokens.set(sub.token, here)
    const same = here.find(one => one.start === sub.start && one.end === sub.end)
    if (same) same.marks.push(mark)
    else here.push({ ...sub, marks: [mark] })
  }
  let id = 0
  for (const structure of structures) {
    if (!types.has(structure.type) || tokens.length === 0) continue
    id++
    const { head, from, to, tail } = unitsOf(tokens, structure)
    if (head) putBelow(head, { structure, id, first: true })
    for (let token = from; token < to; token++) {
      const mark = { structure, id, first: !head && token === from }
      const here = onTokens[token]
      if (here) here.push(mark)
      else onTokens[token] = [mark]
    }
    if (tail) putBelow(tail, { structure, id, first: !head && from === to })
  }
  return { tokens, onTokens, subTokens }
}

function lineOf(
  id: string,
  { start, end }: Range,
  text: string,
  marks: readonly Mark[] | undefined,
  layers: readonly Layer[],
): string {
  const head = `${id}\t${start}-${end}\t${text.slice(start, end).replace(/[\t\n\r]/g, ' ')}\t`
  if (!marks) return `${head}${'_\t'.repeat(columnCount(layers))}\n`
  let line = head
  for (const { type, columns } of layers) {
    const here = marks.filter(mark => mark.structure.type === type)
    for (const column of columns) line += `${cellOf(here, column)}\t`
  }
  return `${line}\n`
}

const columnCount = (layers: readonly Layer[]): number =>
  layers.reduce((count, { columns }) => count + columns.length, 0)

function cellOf(marks: readonly Mark[], column: string): string {
  if (marks.length === 0) return '_'
  return marks
    .map(({ structure, id, first }) => {
      const value = first ? structure.features[column] : undefined
      return `${value === undefined ? '*' : escapeValue(value)}[${id}]`
    })
    .join('|')
}
