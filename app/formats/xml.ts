/** The one place where XML is written and read: by fast-xml-builder and saxes. */
import Builder from 'fast-xml-builder'
import { SaxesParser } from 'saxes'
import { Refusal } from '../failure.ts'

/** An element to be written. */
export interface XmlElement {
  readonly name: string
  readonly attributes: XmlAttributes
  readonly children: readonly XmlNode[] | Lazy
}

/** Undefined ones are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>
export type XmlNode = XmlElement | XmlRows | string
/** Children of an element that are made when they are written, so that a large file never stands in memory. */
export type Lazy = () => Iterable<XmlNode>

/** Elements that are written already, for `xmlDocument` only: see `rowsOf`. */
export interface XmlRows {
  readonly written: string
}

export const element = (
  name: string,
  attributes: XmlAttributes = {},
  children: readonly XmlNode[] | Lazy | string = [],
): XmlElement => ({ name, attributes, children: typeof children === 'string' ? [children] : children })

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** What attributes lose when a parser normalises them, beside what all XML has to escape. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escaped = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, character => ESCAPES[character] ?? character)

const processed = (_: string, value: unknown): unknown => (typeof value === 'string' ? escaped(value) : value)

const builder = new Builder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  // Its own way goes over each value once for each character.
  processEntities: false,
  tagValueProcessor: processed,
  attributeValueProcessor: processed,
})

/** A document with this root, in pieces: those of `Lazy` children come one by one, each on a line of its own. */
export function* xmlDocument(root: XmlElement): Generator<string> {
  yield DECLARATION
  yield* piecesOf(root)
  yield '\n'
}

/** Elements as XML, without a declaration. Characters that XML cannot hold become U+FFFD, of the same length. */
export const xmlOf = (nodes: readonly XmlNode[]): string => builder.build(nodes.map(plain))

/** What an empty element is but for the values of its attributes: the piece before each of them, and the end. */
type Mould = readonly string[]

/** By the names of an element and its attributes. */
const moulds = new Map<string, Mould>()

/**
 * The builder writes one element of each kind, and the others are cast after it. A document of annotated text is
 * nearly all empty elements, and this is ten times as fast.
 */
function mouldOf(name: string, attributes: readonly string[]): Mould {
  const kind = `${name} ${attributes.join(' ')}`
  const known = moulds.get(kind)
  if (known) return known
  // No name has it, and it is of one byte, so that the pieces are, too.
  const blank = '\x7f'
  const made = builder
    .build([plain(element(name, Object.fromEntries(attributes.map(one => [one, blank]))))])
    .split(blank)
  if (moulds.size >= MOST_MOULDS) moulds.clear()
  moulds.set(kind, made)
  return made
}

/** More than one format has; a file whose names are all its own does not fill the memory. */
const MOST_MOULDS = 1000

/** An element without children. */
function leaf({ name, attributes }: XmlElement): string {
  const names = Object.keys(attributes).filter(one => attributes[one] !== undefined)
  const [head = '', ...rest] = mouldOf(name, names)
  let written = head
  for (const [index, one] of names.entries())
    written += `${escaped(holdable(String(attributes[one])))}${rest[index]}`
  return written
}

/**
 * Empty elements whose attributes are numbers, one for each row, each on a line of its own: tokens and their like,
 * which come by the hundred thousand.
 *
 * @param attributes their names, in the order of the numbers in a row
 */
export function rowsOf(
  name: string,
  attributes: readonly string[],
  rows: readonly (readonly number[])[],
): XmlRows {
  const [head = '', ...rest] = mouldOf(name, attributes)
  let written = ''
  for (const row of rows) {
    written += written === '' ? head : `\n${head}`
    for (let index = 0; index < rest.length; index++) written += `${row[index]}${rest[index]}`
  }
  return { written }
}

function* piecesOf(node: XmlNode): Generator<string> {
  if (typeof node === 'object' && 'written' in node) {
    yield node.written
    return
  }
  if (typeof node === 'string' || !isLazy(node)) {
    yield typeof node !== 'string' && node.children.length === 0 ? leaf(node) : xmlOf([node])
    return
  }
  const { name, attributes, children } = node
  // The element with one child of a name that cannot stand for anything else, divided there.
  const [head = '', tail = ''] = xmlOf([element(name, attributes, [element('_')])]).split('<_/>')
  yield head
  for (const child of typeof children === 'function' ? children() : children) {
    yield '\n'
    yield* piecesOf(child)
  }
  yield `\n${tail}`
}

/** Whether there is something within that the builder does not write in one go. */
const isLazy = ({ children }: XmlElement): boolean =>
  typeof children === 'function' ||
  children.some(child => typeof child !== 'string' && ('written' in child || isLazy(child)))

/** As the builder takes it. */
function plain(node: XmlNode): object {
  if (typeof node === 'string') return { '#text': holdable(node) }
  if ('written' in node) throw new Error('Rows are written by xmlDocument.')
  const attributes: Record<string, string | number> = {}
  for (const name in node.attributes) {
    const value = node.attributes[name]
    if (value === undefined) continue
    attributes[`@${name}`] = typeof value === 'number' ? value : holdable(String(value))
  }
  const children = typeof node.children === 'function' ? [...node.children()] : node.children
  return { [node.name]: children.map(plain), ':@': attributes }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML 1.0 cannot hold
const UNHOLDABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** Text as XML 1.0 can hold it, of the same length. */
export const holdable = (text: string): string => text.toWellFormed().replace(UNHOLDABLE, '\ufffd')

/** An element that was read. */
export interface ReadElement {
  /** Without its prefix. */
  readonly name: string
  /** Of its namespace; empty for none. */
  readonly uri: string
  /** By their names as they stand there, with a prefix where they have one. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (ReadElement | string)[]
  /** From 1. */
  readonly line: number
}

/** Deeper than any format goes, and shallow enough for every stack. */
const DEEPEST = 500

/**
 * Reads a document. Entities other than XML's own are refused, so nothing of it can grow or lead out of it.
 *
 * @param place what a refusal calls the document, such as its file name
 * @throws a refusal (`unreadable`) that names the line where it is not well-formed
 */
export function readXml(text: string, place: string): ReadElement {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: { element: ReadElement; children: (ReadElement | string)[] }[] = []
  let root: ReadElement | undefined
  parser.on('error', error => {
    throw new Refusal(
      'unreadable',
      `${place} is no well-formed XML (line ${parser.line}: ${error.message.replace(/^[\d:]+ /, '')}). Export the file again, whole.`,
    )
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= DEEPEST)
      throw new Refusal('unreadable', `${place} is nested too deeply (line ${parser.line}). Export it again.`)
    const children: (ReadElement | string)[] = []
    const values = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]))
    const element: ReadElement = { name: local, uri, attributes: values, children, line: parser.line }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push({ element, children })
  })
  parser.on('closetag', () => open.pop())
  const keep = (piece: string) => open.at(-1)?.children.push(piece)
  parser.on('text', keep)
  parser.on('cdata', keep)
  parser.write(text).close()
  if (!root) throw new Refusal('unreadable', `${place} is empty. Export the file again.`)
  return root
}

/** The elements directly below one, all or those of a name. */
export const childrenOf = ({ children }: ReadElement, name?: string): ReadElement[] =>
  children.filter(
    (child): child is ReadElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )

/** All text within an element, in order. */
export function textWithin({ children }: ReadElement): string {
  return children.map(child => (typeof child === 'string' ? child : textWithin(child))).join('')
}
