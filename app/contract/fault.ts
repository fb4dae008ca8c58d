import { z } from 'zod'
import { call, nothing } from './call.ts'

export interface SavedLog {
  readonly fileName: string
  /** Where a browser fetches it; null where it is in its place. */
  readonly download: string | null
}

export const faultCalls = {
  /** Tells of a fault of the window's own, for the log. */
  'fault.report': call<null>()(
    z.strictObject({
      name: z.string().max(200),
      message: z.string().max(5000),
      stack: z.string().max(20_000),
    }),
  ),
  /** Saves the log of faults, for a report. Null: the person dismissed the dialog. */
  'fault.save-log': call<SavedLog | null>()(nothing),
} as const
