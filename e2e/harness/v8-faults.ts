/**
 * A reporter of Vitest that notes test files whose process V8 has ended by a check of its own (SIGTRAP): its register of
 * code pages loses one now and then where many threads end (nodejs/node#64500). What a fault of ours or of a native module
 * ends (SIGSEGV, SIGABRT) fails.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter } from 'vitest/node'

interface Fault {
  readonly cause?: unknown
}

/** The files that such faults name; none where one of them is another fault. */
export function filesEndedByV8(faults: readonly Fault[]): string[] {
  const files = faults.map(({ cause }) => {
    const message = cause instanceof Object && 'message' in cause ? String(cause.message) : ''
    return /signal SIGTRAP .*running test file (.+)$/.exec(message)?.[1]
  })
  const named = files.filter(file => file !== undefined)
  return named.length === files.length ? named : []
}

const noteIn = (results: string): string => join(results, 'v8-faults.json')

/** What was noted in a folder of results. */
export const filesToRunAgain = (results: string): string[] =>
  existsSync(noteIn(results)) ? JSON.parse(readFileSync(noteIn(results), 'utf8')) : []

export default class implements Reporter {
  onTestRunEnd(_: unknown, faults: readonly Fault[]): void {
    const { ASSAY_TEST_RESULTS: results } = process.env
    if (results) writeFileSync(noteIn(results), JSON.stringify(filesEndedByV8(faults)))
  }
}
