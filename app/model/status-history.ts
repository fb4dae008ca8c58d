/** Status histories: dated statuses with evidence, as one text value. See `AttributeType`. */
import { type DatedStatus, datedStatus } from './attribute.ts'

/** The statuses of a history, oldest first; lines that are none are left out. */
export const statusesOf = (value: string): DatedStatus[] =>
  inOrder(value.split('\n').flatMap(line => datedStatus(line) ?? []))

/** A history as the value of its attribute: a line a status, oldest first. Empty for none. */
export const historyOf = (statuses: readonly DatedStatus[]): string =>
  inOrder(statuses)
    .map(({ date, status, evidence }) => [date, status, evidence].filter(Boolean).join(' '))
    .join('\n')

/** The status that holds now: the one of the last day, and of that day the one that was written last. */
export const lastStatus = (value: string): DatedStatus | undefined => statusesOf(value).at(-1)

/** By day; those of one day stay as they were written. */
const inOrder = (statuses: readonly DatedStatus[]): DatedStatus[] =>
  statuses.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
