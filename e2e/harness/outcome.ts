/** What a run of tests came to, as its report tells: how many passed, and of each that did not what it is and why. */
import { existsSync, readFileSync } from 'node:fs'

export interface Outcome {
  passed: number
  /** Of each failure its name and, below it, the beginning of its message. */
  failures: string[]
}

/** What Vitest's JSON reporter writes of a run, as far as it is read here. */
export interface UnitReport {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[]
  }[]
}

/** What Playwright's JSON reporter writes of a run, as far as it is read here. */
export interface JourneyReport {
  suites: JourneySuite[]
}

interface JourneySuite {
  suites?: JourneySuite[]
  specs: {
    title: string
    file: string
    tests: { projectName: string; status: string; results: { error?: { message?: string } }[] }[]
  }[]
}

/** How many lines of a message are told; the whole of it stands where the test ran. */
const LINES = 12

/** Of unit tests; a file that could not be loaded is a failure of its own. */
export function ofUnitTests({ testResults }: UnitReport): Outcome {
  const outcome: Outcome = { passed: 0, failures: [] }
  for (const { name, status, message, assertionResults } of testResults) {
    const failed = assertionResults.filter(test => test.status === 'failed')
    outcome.passed += assertionResults.filter(test => test.status === 'passed').length
    for (const test of failed)
      outcome.failures.push(failure(`${name} › ${test.fullName}`, test.failureMessages?.[0]))
    if (status === 'failed' && failed.length === 0) outcome.failures.push(failure(name, message))
  }
  return outcome
}

/** Of journeys; one that was skipped, or passed only when tried again, has not shown anything, and counts as failed. */
export function ofJourneys({ suites }: JourneyReport): Outcome {
  const outcome: Outcome = { passed: 0, failures: [] }
  for (const { title, file, tests } of suites.flatMap(specsOf))
    for (const { projectName, status, results } of tests) {
      const message = results.find(result => result.error)?.error?.message ?? status
      if (status === 'expected') outcome.passed++
      else outcome.failures.push(failure(`${file} [${projectName}] › ${title}`, message))
    }
  return outcome
}

/**
 * What the report at `path` says of a run; a run that failed where the report has no failure, or left no report, or
 * ran nothing, is one failure.
 */
export function outcomeOf<R>(ran: boolean, path: string, read: (report: R) => Outcome): Outcome {
  if (!existsSync(path)) return { passed: 0, failures: ['It ended before it wrote a report.'] }
  const outcome = read(JSON.parse(readFileSync(path, 'utf8')))
  if (outcome.failures.length > 0) return outcome
  if (!ran) return { ...outcome, failures: ['It ended with an error outside of its tests.'] }
  return outcome.passed > 0 ? outcome : { ...outcome, failures: ['There was no test to run.'] }
}

function specsOf(suite: JourneySuite): JourneySuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

function failure(name: string, message = ''): string {
  const lines = message.split('\n').slice(0, LINES)
  return [name, ...lines.map(line => `  ${line}`)].join('\n').trimEnd()
}
