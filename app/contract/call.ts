import { z } from 'zod'
import type { Failure } from '../failure.ts'

/** What a call comes to: a value, or a failure for the person. Failures are data, never a stack trace. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/** A call: the schema of its input; the type of its output is carried along. */
export interface Call<Input extends z.ZodType, Output> {
  readonly input: Input
  readonly output?: Output
}

/** Declares a call: first the type of what it comes to, then the schema of what it takes. */
export const call =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input })

export const nothing = z.strictObject({})
export const JobId = z.uuid()

/** UTF-16 units of an article's text, half-open. */
export const range = { start: z.int().min(0), end: z.int().min(1) }
export const ranges = z.array(z.strictObject(range)).min(1).max(50_000)
