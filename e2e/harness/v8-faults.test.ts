import { expect, test } from 'vitest'
import { filesEndedByV8 } from './v8-faults.ts'

/** As Vitest tells of a process that a signal ended. */
const ended = (signal: string, file: string) => ({
  message: '[vitest-pool]: Worker forks emitted error.',
  cause: {
    message: `Worker exited unexpectedly with signal ${signal} during started state while running test file ${file}`,
  },
})

test('only what V8 itself has ended is run again, and nothing where there is another fault', () => {
  const v8 = ended('SIGTRAP', '/checkout/main/a.test.ts')
  expect(filesEndedByV8([v8])).toEqual(['/checkout/main/a.test.ts'])
  expect(filesEndedByV8([])).toEqual([])
  for (const other of [ended('SIGSEGV', 'b.test.ts'), ended('SIGABRT', 'b.test.ts'), new Error('unhandled')])
    expect(filesEndedByV8([v8, other])).toEqual([])
})
