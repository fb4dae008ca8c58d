/** Finds words in the sources of the window that no catalogue knows. */
import { parseSync } from 'vite'

interface BareWord {
  readonly file: string
  readonly line: number
  readonly words: string
}

/** What the parser gives, as far as it is walked here. */
interface Node {
  readonly type: string
  readonly start: number
  readonly [property: string]: unknown
}

/** Attributes whose text people see or hear. */
const READ: ReadonlySet<string> = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'title',
  'placeholder',
  'label',
  'name',
  'hint',
  'description',
])

/** Names and samples of letters, which are the same in every language. */
const NAMES: ReadonlySet<string> = new Set(['Assay', 'Aá'])

/** Words in JSX text, in attributes that people read, and in notices, that do not come from a catalogue. */
export function bareWords(file: string, code: string): BareWord[] {
  const found: BareWord[] = []
  const report = (words: string, node: Node) => {
    if (!/\p{L}/u.test(words) || NAMES.has(words.trim())) return
    found.push({ file, line: code.slice(0, node.start).split('\n').length, words })
  }
  walk(
    parseSync(file, code).program as unknown as Node,
    (node, parent) => {
      if (node.type === 'JSXText' && !isKey(parent)) report(node.value as string, node)
      if (node.type === 'JSXExpressionContainer') literals(node.expression as Node, report)
      if (node.type === 'JSXAttribute' && isRead(node)) literals(node.value as Node | null, report)
      if (node.type === 'CallExpression' && (node.callee as Node).name === 'notify')
        literals((node.arguments as Node[])[0] ?? null, report)
    },
    isAttribute,
  )
  return found
}

/** An attribute is looked at by its name, not as an expression of the text. */
const isAttribute = (node: Node, parent: Node | undefined): boolean =>
  node.type === 'JSXExpressionContainer' && parent?.type === 'JSXAttribute'

/** Keys are called what stands on them. */
const isKey = (parent: Node | undefined): boolean =>
  (parent?.openingElement as { name?: { name?: unknown } } | undefined)?.name?.name === 'kbd'

/** `name` of a plain element is for forms; of a component it is read aloud. */
function isRead(node: Node): boolean {
  const name = (node.name as { name: unknown }).name
  return typeof name === 'string' && READ.has(name) && !(name === 'name' && node.plain === true)
}

/** The texts that an expression may come to, without what it gives to functions. */
function literals(node: Node | null, report: (words: string, node: Node) => void): void {
  if (!node) return
  if (node.type === 'Literal' && typeof node.value === 'string') report(node.value, node)
  if (node.type === 'TemplateLiteral')
    for (const piece of node.quasis as Node[]) report((piece.value as { cooked: string }).cooked, piece)
  for (const part of PARTS[node.type] ?? []) {
    // What stands before && is a question.
    if (part !== 'left' || node.operator !== '&&') literals(node[part] as Node, report)
  }
}

/** Where an expression has what it may come to. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  JSXExpressionContainer: ['expression'],
  ConditionalExpression: ['consequent', 'alternate'],
  LogicalExpression: ['left', 'right'],
  BinaryExpression: ['left', 'right'],
}

/** Visits a tree from its root, but not what `skipped` says. */
function walk(
  node: Node,
  visit: (node: Node, parent: Node | undefined) => void,
  skipped: (node: Node, parent: Node | undefined) => boolean,
  parent?: Node,
): void {
  if (!skipped(node, parent)) visit(node, parent)
  if (node.type === 'JSXOpeningElement') markPlain(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) walk(child, visit, skipped, node)
  }
}

/** Notes on the attributes of an element of HTML that they are one's. */
function markPlain(element: Node): void {
  const { name } = element.name as { name?: string }
  if (name && /^[a-z]/.test(name))
    for (const one of element.attributes as object[]) Object.assign(one, { plain: true })
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
