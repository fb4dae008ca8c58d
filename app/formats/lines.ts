import type { z } from 'zod'
import { Refusal } from '../failure.ts'

/** The lines of a text that are not blank, each with its number from 1. Lines end with LF or CRLF. */
export function* linesOf(text: string): Generator<{ readonly line: string; readonly number: number }> {
  let number = 0
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end < 0 ? text.length : end)
    number++
    if (line.trim() !== '') yield { line: line.endsWith('\r') ? line.slice(0, -1) : line, number }
    start = end < 0 ? text.length : end + 1
  }
}

/** The first line of a text that is not blank, if it is not longer than this many UTF-16 units; else ''. */
export function firstLine(text: string, longest = 8_000_000): string {
  const start = text.search(/\S/)
  if (start < 0) return ''
  const end = text.indexOf('\n', start)
  const line = text.slice(start, end < 0 ? text.length : end)
  return line.length <= longest ? line : ''
}

/**
 * The record of this schema that a line of JSON Lines holds.
 *
 * @throws a refusal (`unreadable`) that names the line
 */
export function jsonLine<T extends z.ZodType>(line: string, number: number, schema: T): z.output<T> {
  return jsonRecord(line, `Line ${number}`, schema)
}

/** As `jsonLine`, for JSON at any other place, which the refusal names. */
export function jsonRecord<T extends z.ZodType>(json: string, place: string, schema: T): z.output<T> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Refusal('unreadable', `${place} is no JSON. Export the file again, whole.`)
  }
  return checked(value, place, schema)
}

/** A value of this schema. Throws a refusal (`unreadable`) that says where it is not. */
export function checked<T extends z.ZodType>(value: unknown, place: string, schema: T): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = [issue?.path.join('.'), issue && ownWords(issue)].filter(Boolean).join(': ')
  throw new Refusal(
    'unreadable',
    where === ''
      ? `${place} is not as this format has it. Export the file again, or choose another one.`
      : `${place} is not as this format has it (${where}). Export the file again, or choose another one.`,
  )
}

/** What a schema of ours says of a value; what Zod says by itself is for programmers. */
const ownWords = ({ message }: { readonly message: string }): string =>
  /^(?:Invalid|Too|Unrecognized)\b/.test(message) ? '' : message

/** Throws a refusal (`unreadable`) where a range does not lie within a text of this length, in the same unit. */
export function checkRange(start: number, end: number, length: number, place: string): void {
  if (start >= 0 && start < end && end <= length) return
  throw new Refusal(
    'unreadable',
    `${place} has an annotation from ${start} to ${end}, and its text has ${length} characters. Export the file again.`,
  )
}
