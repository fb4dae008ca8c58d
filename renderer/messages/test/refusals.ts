/** Finds what refusals say, in sources. */
import { parseSync } from 'vite'

/** What the parser gives, as far as it is walked here. */
interface Node {
  readonly type: string
  readonly [property: string]: unknown
}

/**
 * The form of every sentence that a refusal in a file says: `{0}`, `{1}` … stand for what is put into it. What is no
 * sentence in the file, but made elsewhere, is left out.
 */
export function formsIn(file: string, code: string): string[] {
  const program = parseSync(file, code).program as unknown as Node
  const constants = new Map<string, Node>()
  const messages: Node[] = []
  walk(program, node => {
    if (node.type === 'VariableDeclarator' && node.init)
      constants.set((node.id as { name: string }).name, node.init as Node)
    const [, message] = (node.arguments as Node[] | undefined) ?? []
    if (node.type === 'NewExpression' && (node.callee as { name?: string }).name === 'Refusal' && message)
      messages.push(message)
  })
  return messages.flatMap(message => textsOf(message, constants)).map(numbered)
}

/** A place for a value, before the places are numbered. */
const PLACE = '\u0000'

const numbered = (text: string): string => {
  let place = 0
  return text.replaceAll(PLACE, () => `{${place++}}`)
}

/** The texts that an expression may come to; none where it is made elsewhere. */
function textsOf(node: Node, constants: ReadonlyMap<string, Node>): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return [templateText(node, constants)]
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(one => textsOf(one as Node, constants))
    case 'BinaryExpression': {
      const [left] = textsOf(node.left as Node, constants)
      const [right] = textsOf(node.right as Node, constants)
      return left === undefined || right === undefined ? [] : [left + right]
    }
    case 'TSAsExpression':
      return textsOf(node.expression as Node, constants)
    case 'Identifier': {
      const constant = constants.get(node.name as string)
      return constant && constant.type !== 'Identifier' ? textsOf(constant, constants) : []
    }
    case 'MemberExpression':
      return textsOf(node.object as Node, constants)
    case 'ObjectExpression':
      return (node.properties as Node[]).flatMap(one =>
        one.value ? textsOf(one.value as Node, constants) : [],
      )
    default:
      return []
  }
}

function templateText(node: Node, constants: ReadonlyMap<string, Node>): string {
  const values = node.expressions as Node[]
  return (node.quasis as { value: { cooked: string } }[])
    .map(({ value }, index) => value.cooked + (values[index] ? valueText(values[index], constants) : ''))
    .join('')
}

/** A constant of the file is part of the form; anything else is a value in it. */
function valueText(node: Node, constants: ReadonlyMap<string, Node>): string {
  if (node.type !== 'Identifier') return PLACE
  const constant = constants.get(node.name as string)
  return constant?.type === 'Literal' && typeof constant.value === 'string' ? constant.value : PLACE
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit)
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
