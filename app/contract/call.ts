import { z } from 'zod'
import type { Failure } from '../failure.ts'
import type { Action } from '../model/record.ts'

/** What a call comes to: a value, or a failure for the person. Failures are data, never a stack trace. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/** What undo and redo would do now; null where there is nothing. */
export interface UndoState {
  readonly undo: Action | null
  readonly redo: Action | null
  /** The change that undo would take back, by its number, the last of its group; null for none. */
  readonly step: number | null
}

/** What crosses the door for a call: what it came to, and, where it was a step, what undo would do now. */
export type Reply<T> = Outcome<T> & { readonly undo?: UndoState }

/** A call: the schema of its input; the type of its output is carried along. */
export interface Call<Input extends z.ZodType, Output> {
  readonly input: Input
  /** Whether it changes the project, so that undo would do something else after it: also where it failed or was stopped. */
  readonly isStep?: true
  readonly output?: Output
}

/** A call that is a step. */
export interface StepCall<Input extends z.ZodType, Output> extends Call<Input, Output> {
  readonly isStep: true
}

/** Declares a call: first the type of what it comes to, then the schema of what it takes. */
export const call =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input })

/** Declares a call that is a step. */
export const step =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): StepCall<Input, Output> => ({ input, isStep: true })

export const nothing = z.strictObject({})
export const JobId = z.uuid()

/** UTF-16 units of an article's text, half-open. */
export const range = { start: z.int().min(0), end: z.int().min(1) }
export const ranges = z.array(z.strictObject(range)).min(1).max(50_000)
