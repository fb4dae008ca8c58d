/** Finds what refusals say, in sources. */
import { parseSync } from 'vite'

/** What the parser gives, as far as it is walked here. */
interface Node {
  readonly type: string
  readonly [property: string]: unknown
}

export interface Source {
  readonly file: string
  readonly code: string
}

interface Routine {
  readonly params: readonly Node[]
  /** What it may answer. */
  readonly answers: readonly Node[]
}

/** An expression, with the routines around it, the innermost first. */
interface Place {
  readonly node: Node
  readonly house: House
  readonly within: readonly string[]
}

/** What a file names. */
interface House extends Source {
  readonly constants: Map<string, Node>
  readonly routines: Map<string, Routine>
  readonly messages: Place[]
  readonly calls: {
    readonly name: string
    readonly args: readonly Node[]
    readonly within: readonly string[]
  }[]
}

export interface Forms {
  /** Each sentence, with `{0}`, `{1}` … for what is put into it. */
  readonly forms: readonly string[]
  /** Expressions whose sentences could not be found, with their files. */
  readonly unknown: readonly string[]
}

/**
 * The forms of all sentences that refusals say: those in `new Refusal(code, …)`, and in failures that are written as data.
 * They are followed through constants, through what routines answer, and to whoever calls a routine that is given one.
 * What only passes another failure's message on is left out.
 */
export function formsIn(sources: readonly Source[]): Forms {
  const houses = sources.map(housed)
  const unknown: string[] = []

  /** The texts that an expression may come to. */
  function textsOf({ node, house, within }: Place, depth = 0): string[] {
    const here = (one: unknown): string[] => textsOf({ node: one as Node, house, within }, depth + 1)
    const lost = (): string[] => {
      const { start, end } = node as unknown as { start: number; end: number }
      unknown.push(`${house.file}: ${house.code.slice(start, end)}`)
      return []
    }
    if (depth > 12) return lost()
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string' ? [node.value] : lost()
      case 'TemplateLiteral':
        return [templateText(node, house.constants)]
      case 'ConditionalExpression':
        return [node.consequent, node.alternate].flatMap(here)
      case 'LogicalExpression':
        return [node.left, node.right].flatMap(here)
      case 'BinaryExpression': {
        const [left] = here(node.left)
        const [right] = here(node.right)
        return left === undefined || right === undefined ? lost() : [left + right]
      }
      case 'TSAsExpression':
        return here(node.expression)
      case 'Identifier':
        return node.name === 'undefined' ? [] : (named(String(node.name)) ?? lost())
      case 'MemberExpression':
        return (node.property as Node).name === 'message' ? [] : here(node.object)
      case 'ObjectExpression':
        return (node.properties as Node[]).flatMap(one => (one.value ? here(one.value) : []))
      case 'CallExpression': {
        const found = routineNamed(String((node.callee as Node).name), house)
        if (!found) return lost()
        const [name, of] = found
        return of.routines
          .get(name)
          ?.answers.flatMap(answer =>
            textsOf({ node: answer, house: of, within: [name] }, depth + 1),
          ) as string[]
      }
      default:
        return lost()
    }

    function named(name: string): string[] | undefined {
      for (const routine of within) {
        const at = house.routines.get(routine)?.params.findIndex(one => one.name === name) ?? -1
        if (at >= 0) return given(routine, at)
      }
      const constant = house.constants.get(name)
      return constant && textsOf({ node: constant, house, within }, depth + 1)
    }

    /** What a routine of this file is called with. */
    function given(routine: string, at: number): string[] {
      return house.calls
        .filter(one => one.name === routine)
        .flatMap(one => {
          const arg = one.args[at]
          return arg ? textsOf({ node: arg, house, within: one.within }, depth + 1) : []
        })
    }
  }

  const routineNamed = (name: string, house: House): [string, House] | undefined => {
    const of = [house, ...houses].find(one => one.routines.has(name))
    return of && [name, of]
  }

  const forms = houses.flatMap(({ messages }) => messages).flatMap(place => textsOf(place))
  return { forms: [...new Set(forms.map(numbered))], unknown }
}

/** A place for a value, before the places are numbered. */
const PLACE = '\u0000'

const numbered = (text: string): string => {
  let place = 0
  return text.replaceAll(PLACE, () => `{${place++}}`)
}

function housed({ file, code }: Source): House {
  const house: House = {
    ...{ file, code },
    ...{ constants: new Map(), routines: new Map(), messages: [], calls: [] },
  }
  const read = (node: Node, within: readonly string[]): void => {
    let inside = within
    const name = routineName(node)
    if (name !== undefined) {
      const routine = (node.init ?? node) as Node
      house.routines.set(name, { params: routine.params as Node[], answers: answersOf(routine) })
      inside = [name, ...within]
    } else if (node.type === 'VariableDeclarator' && node.init)
      house.constants.set((node.id as { name: string }).name, node.init as Node)
    const args = (node.arguments as Node[] | undefined) ?? []
    const callee = (node.callee as { name?: string } | undefined)?.name
    if (node.type === 'CallExpression' && callee !== undefined)
      house.calls.push({ name: callee, args, within })
    const message = callee === 'Refusal' ? args[1] : isTold(node) ? args[0] : failureMessage(node)
    if (message) house.messages.push({ node: message, house, within: inside })
    for (const child of childrenOf(node)) read(child, inside)
  }
  read(parseSync(file, code).program as unknown as Node, [])
  return house
}

/** The name that a node gives to a routine; undefined where it gives none. */
function routineName(node: Node): string | undefined {
  if (node.type === 'FunctionDeclaration') return (node.id as { name: string }).name
  const isNamed =
    node.type === 'VariableDeclarator' && /Function/.test((node.init as Node | null)?.type ?? '')
  return isNamed ? (node.id as { name: string }).name : undefined
}

/** Whether a sentence is added to what a recovery tells. */
function isTold(node: Node): boolean {
  const { object, property } = (node.callee ?? {}) as {
    object?: { name?: string }
    property?: { name?: string }
  }
  return node.type === 'CallExpression' && object?.name === 'remade' && property?.name === 'push'
}

/** The message of a failure that is written as data; undefined where a node is none, or only passes one on. */
function failureMessage(node: Node): Node | undefined {
  if (node.type !== 'ObjectExpression') return undefined
  const properties = node.properties as { key?: { name?: string }; value?: Node; shorthand?: boolean }[]
  const named = (name: string) => properties.find(one => one.key?.name === name && !one.shorthand)?.value
  return properties.some(one => one.key?.name === 'code') ? named('message') : undefined
}

/** What a routine answers, but for what routines within it do. */
function answersOf(routine: Node): Node[] {
  const body = routine.body as Node | null
  if (!body) return []
  if (body.type !== 'BlockStatement') return [body]
  const found: Node[] = []
  const read = (node: Node): void => {
    if (/Function/.test(node.type)) return
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument as Node)
    childrenOf(node).forEach(read)
  }
  read(body)
  // What never returns says nothing.
  return found.filter(one => (one.callee as { name?: string } | undefined)?.name !== 'assertNever')
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

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
