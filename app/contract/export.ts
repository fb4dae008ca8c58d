import { z } from 'zod'
import type { Format } from '../formats/format.ts'
import type { Loss } from '../formats/losses.ts'
import { EVERYTHING, Restriction } from '../formats/restriction.ts'
import { call, JobId, nothing } from './call.ts'

export interface FormatDescription
  extends Pick<Format, 'id' | 'name' | 'description' | 'extension' | 'packaging'> {
  /** What of the project it cannot bear; see `LOSSES`. The window has words of its own for it, in its language. */
  readonly losses: readonly Loss[]
  readonly options: NonNullable<Format['options']>
}

/** An export that is whole. */
export interface Exported {
  readonly fileName: string
  readonly articles: number
  readonly bytes: number
  /** Browser host: where to fetch it, once. Null where it is on the disk at the place that the person chose. */
  readonly download: string | null
}

/** A file that is on the disk, or can be fetched. */
export interface WrittenFile {
  readonly fileName: string
  /** As in `Exported`. */
  readonly download: string | null
}

/** Of a file that the window has made, in bytes. */
const LARGEST_MADE = 50_000_000

export const exportCalls = {
  'export.formats': call<readonly FormatDescription[]>()(nothing),
  /** Writes the corpus; the host asks where. Null: the person dismissed the dialog. */
  'export.write': call<Exported | null>()(
    z.strictObject({
      format: z.string().max(50),
      restriction: Restriction.default(EVERYTHING),
      /** The options of the format; see `WriteOptions`. */
      raw: z.boolean().default(false),
      partition: z.boolean().default(false),
      /** Whether the codebook, or a manifest, goes along. */
      codebook: z.boolean().default(false),
      manifest: z.boolean().default(false),
      job: JobId,
    }),
  ),
  /** Writes a file that the window has made, such as a picture of a chart; the host asks where. Null as above. */
  'export.save': call<WrittenFile | null>()(
    z.strictObject({
      /** Without ending; what no file system takes is left out of it. */
      name: z.string().min(1).max(200),
      type: z.enum(['csv', 'svg', 'png']),
      bytes: z
        .instanceof(Uint8Array)
        .refine(({ length }) => length <= LARGEST_MADE, 'it is larger than 50 MB'),
    }),
  ),
  /** Stops a job; what it wrote is removed. */
  'job.cancel': call<null>()(z.strictObject({ job: JobId })),
} as const
