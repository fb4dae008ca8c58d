import { z } from 'zod'
import { AttributeId, LabelId } from './ids.ts'

/**
 * What the values of an attribute are. A value is always text, in the form said here, so that every file can
 * bear it and no reading changes it:
 * - `text`, `long-text`: as written
 * - `choice`: one of the choices; `choices`: several of them, in their order, joined by ` | `
 * - `number`: as JavaScript writes it, such as `-3.5`
 * - `date`: ISO 8601, such as `2026-11-24`
 * - `yes-no`: `yes` or `no`
 * - `url`: a web address
 * - `name`: a person, an organisation or anything else that recurs under one name, such as a claim; the values of
 *   one attribute make one list, from which the next is completed
 * - `status-history`: a line for each dated status, `2026-11-24 kept https://example.org/evidence`, oldest first
 */
export const AttributeType = z.enum([
  'text',
  'long-text',
  'choice',
  'choices',
  'number',
  'date',
  'yes-no',
  'url',
  'name',
  'status-history',
])
export type AttributeType = z.infer<typeof AttributeType>

/** The longest value, in UTF-16 units, that annotations are looked up by; a longer one is prose. */
export const LONGEST_VALUE = 500

/** What stands between the values of `choices`. No choice has it within. */
export const BETWEEN_CHOICES = ' | '

const Choice = z
  .string()
  .min(1)
  .max(200)
  .refine(choice => !choice.includes('|') && !/[\r\n]/.test(choice), 'a choice is one line without |')

/** What an annotation records beside its label. */
export const Attribute = z
  .object({
    id: AttributeId,
    name: z.string().trim().min(1).max(100),
    definition: z.string().max(10_000),
    type: AttributeType,
    /** The values of a choice, the statuses of a history; empty for other types. */
    choices: z.array(Choice).readonly(),
    /** The labels that it belongs to; empty for all. */
    labels: z.array(LabelId).readonly(),
    /** Whether an annotation is complete without it. */
    required: z.boolean().default(false),
    /** The value that an annotation begins with; empty for none. */
    preset: z.string().max(20_000).default(''),
    /** Asked for only where another attribute has one of these values; null for always. */
    condition: z
      .object({ attribute: AttributeId, values: z.array(z.string()).min(1).readonly() })
      .readonly()
      .nullable()
      .default(null),
    position: z.int().min(0),
  })
  .readonly()

export type Attribute = z.infer<typeof Attribute>

/** An attribute with these particulars, and the others as they are in a new one. Throws where they are none. */
export function attribute(
  given: Partial<Attribute> & Pick<Attribute, 'id' | 'name' | 'position'>,
): Attribute {
  return Attribute.parse({ definition: '', type: 'text', choices: [], labels: [], ...given })
}

const STATUS_LINE = /^(\d{4}-\d{2}-\d{2}) (.+?)(?: (https?:\/\/\S+))?$/

/** What stands against this value of an attribute, as a sentence for a person; undefined where nothing does. */
export function valueProblem({ name, type, choices }: Attribute, value: string): string | undefined {
  switch (type) {
    case 'text':
    case 'long-text':
    case 'name':
      return undefined
    case 'choice':
      return choices.includes(value) ? undefined : `“${name}” is one of ${choices.join(', ')}.`
    case 'choices': {
      const chosen = value.split(BETWEEN_CHOICES)
      const known = chosen.every(one => choices.includes(one)) && new Set(chosen).size === chosen.length
      return known ? undefined : `“${name}” is any of ${choices.join(', ')}, joined by “${BETWEEN_CHOICES}”.`
    }
    case 'number':
      return Number.isFinite(Number(value)) && String(Number(value)) === value
        ? undefined
        : `“${name}” is a number such as 12 or -3.5.`
    case 'date':
      return isDate(value) ? undefined : `“${name}” is a date such as 2026-11-24.`
    case 'yes-no':
      return value === 'yes' || value === 'no' ? undefined : `“${name}” is yes or no.`
    case 'url':
      return z.url({ protocol: /^https?$/ }).safeParse(value).success
        ? undefined
        : `“${name}” is a web address that begins with https:// or http://.`
    case 'status-history':
      return value.split('\n').every(line => statusOf(line, choices))
        ? undefined
        : `Each line of “${name}” is a date, one of ${choices.join(', ')}, and if you have it a web address: 2026-11-24 ${choices[0] ?? 'kept'} https://example.org.`
  }
}

/** One line of a status history. */
export interface DatedStatus {
  /** ISO 8601. */
  readonly date: string
  readonly status: string
  /** A web address; empty for none. */
  readonly evidence: string
}

/** Reads a line of a status history; undefined where it is none. */
export function statusOf(line: string, choices: readonly string[]): DatedStatus | undefined {
  const read = datedStatus(line)
  return read && choices.includes(read.status) ? read : undefined
}

/** Reads a line that has the form of one of a status history, whatever its status is called; undefined where it has not. */
export function datedStatus(line: string): DatedStatus | undefined {
  const [, date = '', status = '', evidence = ''] = STATUS_LINE.exec(line) ?? []
  return isDate(date) ? { date, status, evidence } : undefined
}

const isDate = (value: string): boolean => z.iso.date().safeParse(value).success
