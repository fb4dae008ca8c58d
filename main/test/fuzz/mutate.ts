/** What can go wrong with a file, by accident and by malice. */
import type { Chance } from './seeded.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** Bytes with one to four accidents: flipped, put in, left out, doubled, cut off. */
export function mutatedBytes(bytes: Uint8Array, chance: Chance): Buffer {
  let mutated: Buffer = Buffer.from(bytes)
  for (let left = 1 + chance.below(4); left > 0 && mutated.length > 1; left--)
    mutated = accident(mutated, chance)
  return mutated
}

function accident(bytes: Buffer, { below, one }: Chance): Buffer {
  const [from, length] = [below(bytes.length), 1 + below(64)]
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from + length)]
  switch (below(7)) {
    case 0:
      return Buffer.concat([before, bytes.subarray(from, from + length), bytes.subarray(from)])
    case 1:
      return Buffer.concat([before, after])
    case 2:
      return Buffer.concat([before, Buffer.from(one(WORDS)), bytes.subarray(from)])
    case 3:
      return Buffer.concat([before, Buffer.from(one(WORDS)), after])
    case 4:
      return Buffer.from(before)
    default: {
      const flipped = Buffer.from(bytes)
      flipped[from] = below(256)
      return flipped
    }
  }
}

/** Lines left out, doubled, exchanged, or put elsewhere. */
export function mutatedLines(lines: readonly string[], { below }: Chance): string[] {
  const mutated = [...lines]
  const [from, to] = [below(lines.length), below(lines.length)]
  const [line = ''] = mutated.splice(from, 1)
  switch (below(4)) {
    case 0:
      return mutated
    case 1:
      mutated.splice(from, 0, line, line)
      return mutated
    case 2:
      mutated.splice(to, 0, line)
      return mutated
    default: {
      const other = mutated[to % Math.max(1, mutated.length)] ?? ''
      mutated.splice(from, 0, other)
      mutated[to] = line
      return mutated
    }
  }
}

/** A line of JSON in which one value is another, is gone, or has come. */
export function mutatedJson(line: string, chance: Chance): string {
  const value = JSON.parse(line) as Json
  const places = placesIn(value)
  const path = chance.one(places)
  // Marked, for some of what comes in its place cannot be had from a value: a number beyond numbers, a key twice.
  const marked = JSON.stringify(replacedAt(value, path, MARK))
  return marked.replace(JSON.stringify(MARK), () => chance.one(chance.below(3) === 0 ? HOSTILE : TOKENS))
}

const MARK = 'the place of a mutation'

/** The way to every value within a value. */
function placesIn(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const inner: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.map((one, index) => [index, one] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : []
  return [path, ...inner.flatMap(([name, one]) => placesIn(one, [...path, name]))]
}

function replacedAt(value: Json, [name, ...rest]: readonly (string | number)[], by: Json): Json {
  if (name === undefined) return by
  if (Array.isArray(value))
    return value.map((one, index) => (index === name ? replacedAt(one, rest, by) : one))
  const entries = Object.entries(value as { readonly [name: string]: Json }) // the path is of this value
  return Object.fromEntries(
    entries.map(([key, one]) => [key, key === name ? replacedAt(one, rest, by) : one]),
  )
}

/** Values as they stand in JSON. */
const TOKENS = [
  ...['null', 'true', 'false', '0', '-1', '1', '7', '1.5', '""', '"x"', '[]', '{}', '[[]]', '[null]', '[{}]'],
  ...[
    '9007199254740993',
    '1e308',
    '-1e308',
    '1e999',
    '"2026-02-30T25:61:00.000Z"',
    '"0001-01-01T00:00:00.000Z"',
  ],
  ...['"01900000-0000-7000-8000-000000000000"', '"0-00000000000000000000000000000000"', '"fact"', '"gold"'],
]

/** Values that mean harm. */
const HOSTILE = [
  '{"__proto__":{"deleted":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"toString":1,"valueOf":2,"hasOwnProperty":3}',
  '"__proto__"',
  '"constructor"',
  '1,"deleted":true',
  '"\\ud800"',
  '"\\u0000\\u001b[2J\\u202e"',
  '"../../etc/passwd"',
  '"<script>alert(1)</script>"',
  '"\'; drop table articles; --"',
  JSON.stringify('long '.repeat(20_000)),
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"record":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '"a":"b"',
  '}{',
]

/** Pieces that mean something to some reader. */
const WORDS = [
  ...[
    '\0',
    '\n',
    '\r\n',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    '<',
    '>',
    '&',
    ',',
    ';',
    '\t',
    '\ufeff',
    '\u202e',
    '\u2028',
  ],
  ...[
    '-',
    '-1',
    '0',
    '4294967296',
    '1e999',
    'null',
    '__proto__',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '&a;',
    '&#0;',
    '\\u0',
    '%s',
    '../',
    '=cmd|',
    'PK\u0003\u0004',
    '%PDF-1.7',
    '(((((((((((',
    '\x1b[2J',
    'é',
    '😀',
  ],
]
