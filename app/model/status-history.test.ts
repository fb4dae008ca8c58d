import fc from 'fast-check'
import { expect, test } from 'vitest'
import { historyOf, lastStatus, statusesOf } from './status-history.ts'

const status = fc.record({
  date: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10)),
  status: fc.constantFrom('open', 'kept', 'cannot be judged'),
  evidence: fc.constantFrom('', 'https://example.org/a'),
})

test('a history is read as it was written, oldest first', () => {
  fc.assert(
    fc.property(fc.array(status), statuses => {
      const read = statusesOf(historyOf(statuses))
      expect(historyOf(read)).toBe(historyOf(statuses))
      expect(read.map(one => one.date)).toEqual(statuses.map(one => one.date).sort())
    }),
  )
})

test('the last status is that of the last day, and of one day the one written last', () => {
  expect(lastStatus('2026-03-01 partly\n2026-01-01 open')?.status).toBe('partly')
  expect(lastStatus('2026-03-01 partly\n2026-03-01 kept https://example.org/a')?.status).toBe('kept')
  expect(lastStatus('')).toBeUndefined()
})

test('lines that are no status are left out', () => {
  expect(statusesOf('soon open\n2026-13-01 open\n2026-01-02 open')).toEqual([
    { date: '2026-01-02', status: 'open', evidence: '' },
  ])
})
