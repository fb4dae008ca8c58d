import { z } from 'zod'

const Time = z.iso.datetime({ offset: true })

/** A time of a file, ISO 8601 with any offset and precision, as Assay has it; undefined for what is none. */
export function utcTime(value: unknown): string | undefined {
  const read = Time.safeParse(value)
  return read.success ? new Date(read.data).toISOString() : undefined
}
