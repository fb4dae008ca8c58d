/**
 * The exchange file: what colleagues send each other. UTF-8 JSON Lines: a header, a line for each record with its
 * versions, and a last line with counts, the SHA-256 of all before it and, where the sender signs, a signature. Records
 * come kind by kind in the order of `recordSchemas`, those that show before those that are deleted, each by id; so none
 * can come twice.
 */
import { z } from 'zod'
import { Refusal } from '../failure.ts'
import { Annotator } from '../model/annotator.ts'
import { AnnotatorId } from '../model/ids.ts'
import { Project } from '../model/project.ts'
import { type Kind, recordSchemas } from '../model/record.ts'
import { Signature } from './signature.ts'
import type { Version } from './version.ts'

export const EXCHANGE_VERSION = 1

/** What a file brings along. */
export const Scope = z
  .strictObject({
    /** One annotator's work, or what they start with; null for everybody's. */
    annotator: AnnotatorId.nullable(),
    /** Only what changed since this moment (ISO 8601, UTC); null for all. */
    since: z.iso.datetime().nullable(),
    /** What the file is for, beside the sharing of work. */
    purpose: z.enum(['share', 'start', 'feedback']).default('share'),
  })
  .readonly()
export type Scope = z.infer<typeof Scope>

export const Header = z
  .strictObject({
    assay: z.literal('exchange'),
    version: z.literal(EXCHANGE_VERSION),
    project: Project,
    by: Annotator,
    at: z.iso.datetime(),
    application: z.string().max(50),
    /** See `codebookVersion`. */
    codebook: z.string().max(20),
    scope: Scope,
  })
  .readonly()
export type Header = z.infer<typeof Header>

const Counts = z.partialRecord(z.enum(Object.keys(recordSchemas) as [Kind, ...Kind[]]), z.int().min(0)) // its keys are the kinds
export type Counts = z.infer<typeof Counts>

const Trailer = z.strictObject({
  end: z.strictObject({
    counts: Counts,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Of `sha256`; left out where nobody signed. */
    signature: Signature.optional(),
  }),
})
export type Trailer = z.infer<typeof Trailer>['end']

/** A record as it travels: its versions, the one that shows first, and of an article its text. */
export interface Entry<K extends Kind = Kind> {
  readonly kind: K
  readonly id: string
  readonly versions: readonly Version<K>[]
  readonly text?: string | undefined
}

const REVISION = /^(?:0-[0-9a-f]{32}|[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f-]{36}-[0-9a-f]{12})$/
const Revision = z.string().regex(REVISION, 'a revision')

const entrySchemas: Readonly<Record<Kind, z.ZodType<Entry>>> = Object.fromEntries(
  Object.entries(recordSchemas).map(([kind, record]) => [
    kind,
    z.strictObject({
      kind: z.literal(kind),
      id: z.string().max(200),
      versions: z
        .array(
          z.strictObject({
            revision: Revision,
            seen: z.array(Revision).max(10_000),
            deleted: z.boolean(),
            record,
          }),
        )
        .min(1)
        .max(1000),
      ...(kind === 'article' ? { text: z.string().optional() } : {}),
    }),
  ]),
) as unknown as Record<Kind, z.ZodType<Entry>> // built from the same keys, kind by kind

export const headerLine = (header: Header): string => JSON.stringify(header)
export const entryLine = (entry: Entry): string => JSON.stringify(entry)
export const trailerLine = (trailer: Trailer): string => JSON.stringify({ end: trailer })

/** Reads the first line. Throws a refusal (`unreadable`, `newer-version`). */
export function readHeader(line: string): Header {
  const json = parsed(line, 1)
  if (!isObject(json) || json.assay !== 'exchange')
    throw new Refusal('unreadable', 'It is no exchange file of Assay. Choose a file that `share` made.')
  if (typeof json.version === 'number' && json.version > EXCHANGE_VERSION)
    throw new Refusal(
      'newer-version',
      'It was made by a newer version of Assay. Install that version to read it; nothing was changed.',
    )
  return checked(Header, json, 1)
}

/** Reads a line after the first: a record, or the end. Throws a refusal (`unreadable`) that names the line. */
export function readLine(line: string, number: number): Entry | { readonly end: Trailer } {
  const json = parsed(line, number)
  if (isObject(json) && Object.hasOwn(json, 'end')) return checked(Trailer, json, number)
  const kind = isObject(json) ? json.kind : undefined
  if (typeof kind !== 'string' || !Object.hasOwn(entrySchemas, kind))
    throw new Refusal('unreadable', `Line ${number} is no record that Assay knows. ${ASK_AGAIN}`, {
      line: number,
    })
  const entry = checked(entrySchemas[kind as Kind], json, number) // asked just before
  const unknown = unknownField(json, entry)
  if (unknown !== undefined)
    throw new Refusal(
      'unreadable',
      `Line ${number} has a field “${unknown}” that Assay does not know. ${ASK_AGAIN}`,
      {
        line: number,
      },
    )
  return entry
}

/** A field that a schema has left out: what this version cannot keep, it does not half read. */
function unknownField(given: unknown, kept: unknown): string | undefined {
  if (Array.isArray(given) && Array.isArray(kept)) {
    // Lists of a record hold values of one form; those of versions are checked one by one.
    if (!given.some(isObject) || given.length > 1000) return undefined
    return given.map((one, index) => unknownField(one, kept[index])).find(name => name !== undefined)
  }
  if (!isObject(given) || !isObject(kept)) return undefined
  for (const name of Object.keys(given)) {
    const unknown = Object.hasOwn(kept, name) ? unknownField(given[name], kept[name]) : name
    if (unknown !== undefined) return unknown
  }
  return undefined
}

/** What a person does about a file that is not as it should be. */
export const ASK_AGAIN = 'Ask for the file again; nothing was changed.'

/** The order in which records come: kind by kind, those that show first, by id. Negative where `a` comes before `b`. */
export function entryOrder(a: Entry, b: Entry): number {
  const deleted = ({ versions }: Entry) => Number(versions[0]?.deleted ?? false)
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    deleted(a) - deleted(b) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

export const KINDS = Object.keys(recordSchemas) as readonly Kind[] // its keys are the kinds

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Refusal('unreadable', `Line ${number} is no JSON. ${ASK_AGAIN}`, { line: number })
  }
}

function checked<T>(schema: z.ZodType<T>, json: unknown, number: number): T {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.') ?? ''
  throw new Refusal(
    'unreadable',
    `Line ${number} is not as it should be (${where}: ${issue?.message}). ${ASK_AGAIN}`,
    {
      line: number,
    },
  )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
