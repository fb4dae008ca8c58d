import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type JourneyReport, ofJourneys, ofUnitTests, outcomeOf, type UnitReport } from './outcome.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-outcome-'))
afterAll(() => rmSync(folder, { recursive: true }))

const units: UnitReport = {
  testResults: [
    {
      name: 'app/a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { fullName: 'a adds', status: 'passed', failureMessages: [] },
        {
          fullName: 'a takes away',
          status: 'failed',
          failureMessages: ['expected 1 to be 2\nat a.test.ts:3'],
        },
      ],
    },
    { name: 'app/b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
  ],
}

const journey = (title: string, status: string, message?: string) => ({
  title,
  file: 'read.spec.ts',
  tests: [{ projectName: 'browser', status, results: [message ? { error: { message } } : {}] }],
})

const journeys: JourneyReport = {
  suites: [
    {
      specs: [journey('passes', 'expected')],
      suites: [
        { specs: [journey('fails', 'unexpected', 'no such button'), journey('is left out', 'skipped')] },
      ],
    },
  ],
}

describe('the outcome of a run', () => {
  it('names each unit test that failed, and each file that could not be loaded', () => {
    expect(ofUnitTests(units)).toEqual({
      passed: 1,
      failures: [
        'app/a.test.ts › a takes away\n  expected 1 to be 2\n  at a.test.ts:3',
        'app/b.test.ts\n  Cannot find module',
      ],
    })
  })

  it('names each journey that failed or was skipped, however deep it stands', () => {
    expect(ofJourneys(journeys)).toEqual({
      passed: 1,
      failures: [
        'read.spec.ts [browser] › fails\n  no such button',
        'read.spec.ts [browser] › is left out\n  skipped',
      ],
    })
  })

  it('is a failure where no report was written, nothing ran, or an error stood outside of the tests', () => {
    const written = (report: UnitReport) => {
      const path = join(folder, 'report.json')
      writeFileSync(path, JSON.stringify(report))
      return path
    }
    const sound = { ...units.testResults[0], status: 'passed' } as UnitReport['testResults'][number]
    sound.assertionResults = sound.assertionResults.slice(0, 1)
    expect(outcomeOf(true, written({ testResults: [sound] }), ofUnitTests)).toEqual({
      passed: 1,
      failures: [],
    })
    expect(outcomeOf(false, written({ testResults: [sound] }), ofUnitTests).failures).toHaveLength(1)
    expect(outcomeOf(true, written({ testResults: [] }), ofUnitTests).failures).toHaveLength(1)
    expect(outcomeOf(true, join(folder, 'none.json'), ofUnitTests).failures).toHaveLength(1)
  })
})
