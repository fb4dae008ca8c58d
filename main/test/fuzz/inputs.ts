/**
 * Inputs for the contract, made from its schemas: right in form and wild in what they say, or not even right in form.
 * (zod-fast-check, which would do it with fast-check, knows neither zod 4 nor fast-check 4.)
 */
import { z } from 'zod'
import type { Chance } from './seeded.ts'

/** As much of JSON Schema as zod makes. */
interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly format?: string
  readonly maxLength?: number
}

/** What is in the project: ids that mean something. */
export type Known = readonly string[]

/** A value of a schema, or now and then one that is nearly of it. */
export function inputFor(schema: z.ZodType, known: Known, chance: Chance): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  return valueFor(json, json, known, chance, 0)
}

const DEEPEST = 6

function valueFor(schema: Schema, root: Schema, known: Known, chance: Chance, depth: number): unknown {
  const { below, one } = chance
  if (below(25) === 0) return one(GARBAGE)
  const inner = (of: Schema) => valueFor(of, root, known, chance, depth + 1)
  if (schema.$ref !== undefined) {
    const named = root.$defs?.[schema.$ref.replace('#/$defs/', '')]
    return depth < DEEPEST ? inner(named ?? root) : null
  }
  if ('const' in schema) return schema.const
  if (schema.enum) return one(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return inner(one(choices))
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(inner))
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object':
      return objectOf(schema, inner, chance, depth)
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 5 } = schema
      if (schema.prefixItems) return schema.prefixItems.map(inner)
      const length = depth > DEEPEST ? minItems : minItems + below(Math.min(4, maxItems - minItems + 1))
      return Array.from({ length }, () => inner(items))
    }
    case 'integer':
    case 'number': {
      const least = schema.minimum ?? schema.exclusiveMinimum ?? 0
      const most = Math.min(schema.maximum ?? 1_000_000, Number.MAX_SAFE_INTEGER)
      return one([least, least + below(12), most, least + below(Math.max(1, most - least))])
    }
    case 'boolean':
      return below(2) === 1
    case 'null':
      return null
    case 'string':
      return stringOf(schema, known, chance)
    default:
      return one([new Uint8Array([80, 75, 3, 4, 0]), new Uint8Array(), ...GARBAGE])
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  inner: (of: Schema) => unknown,
  { below, one }: Chance,
  depth: number,
): unknown {
  const fields = Object.entries(properties).flatMap(([name, of]) =>
    required.includes(name) || below(2) === 0 ? [[name, inner(of)] as const] : [],
  )
  const more =
    typeof additionalProperties === 'object' && depth < DEEPEST
      ? Array.from({ length: below(3) }, () => [one(NAMES), inner(additionalProperties)] as const)
      : []
  return Object.fromEntries([...fields, ...more])
}

function stringOf({ format, maxLength = 5000 }: Schema, known: Known, { below, one }: Chance): string {
  if (format === 'date-time')
    return one(['2026-11-26T10:00:00.000Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])
  if (format === 'date') return one(['2026-11-26', '0000-02-29'])
  if (known.length > 0 && (format === 'uuid' || below(2) === 0)) return one(known)
  return one(STRINGS).slice(0, below(8) === 0 ? undefined : maxLength)
}

const NAMES = ['x', 'fact', 'deadline', '__proto__', 'constructor', 'toString', '']

const STRINGS = [
  ...[
    '',
    ' ',
    'x',
    'fact',
    'taxes',
    'tax*',
    '"rise',
    'NOT',
    '(',
    'a AND (b OR',
    'title:',
    '-',
    '*',
    '\\',
    '[',
    '(a+)+$',
  ],
  ...[
    'jsonl',
    'csv',
    'brat',
    'pdf',
    '2026-11-26',
    '../../etc/passwd',
    '/dev/zero',
    'CON',
    'file:///etc/passwd',
  ],
  ...[
    'http://127.0.0.1:1/',
    'javascript:alert(1)',
    '=cmd|"/c calc"!A1',
    '<script>alert(1)</script>',
    "'; drop table x",
  ],
  ...[
    '\u0000',
    '\u202e',
    '\ud800',
    'e\u0301',
    '😀',
    '\u200b',
    '%s%n',
    '__proto__',
    'null',
    'NaN',
    'ß'.repeat(300),
  ],
  'long '.repeat(5000),
]

const GARBAGE: readonly unknown[] = [
  ...[
    null,
    undefined,
    true,
    0,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    '',
    'x',
    [],
    {},
    [[]],
  ],
  ...[
    new Uint8Array([1, 2, 3]),
    JSON.parse('{"__proto__":{"x":1}}'),
    { constructor: 1 },
    'long '.repeat(50_000),
  ],
]
