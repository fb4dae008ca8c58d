import { expect, test } from 'vitest'
import shipped from '../../resources/codebook.json' with { type: 'json' }
import { Codebook } from '../model/codebook.ts'
import { LabelId } from '../model/ids.ts'
import { isOverdue } from './overdue.ts'
import { boardOf, linksOf } from './roles.ts'

const codebook = Codebook.parse(shipped)

test('the default codebook links claims and pledges, and says who says them and what checking came to', () => {
  expect(linksOf(codebook)).toMatchObject([
    { attribute: 'same-claim', labels: ['claim'], by: ['attributed-to'], verdict: 'verdict' },
    { attribute: 'same-pledge', labels: ['pledge'], by: ['promiser', 'attributed-to'], verdict: null },
  ])
})

test('the default codebook follows pledges up', () => {
  expect(boardOf(codebook)).toMatchObject({
    attribute: 'status',
    labels: ['pledge'],
    link: 'same-pledge',
    statuses: ['open', 'kept', 'partly', 'broken', 'superseded', 'cannot be judged'],
  })
})

test('a label that was merged into a claim counts as one', () => {
  const [claim] = codebook.labels.filter(one => one.id === 'claim')
  if (!claim) throw new Error('no claim')
  const rumour = { ...claim, id: LabelId.parse('rumour'), successor: claim.id }
  const [link] = linksOf({ ...codebook, labels: [...codebook.labels, rumour] })
  expect(link?.labels).toEqual(['claim', 'rumour'])
})

test('a codebook without a status history has no board', () => {
  expect(boardOf({ ...codebook, attributes: [] })).toBeUndefined()
})

test('what was promised for a day is late once the day is over and nothing was heard of it', () => {
  const statuses = ['open', 'kept', 'broken']
  const late = (deadline: string, status: string) => isOverdue({ deadline, status }, statuses, '2026-11-26')
  expect(late('2026-11-25', 'open')).toBe(true)
  expect(late('2026-11-25', '')).toBe(true)
  expect(late('2026-11-26', 'open')).toBe(false)
  expect(late('2026-11-25', 'kept')).toBe(false)
  expect(late('', 'open')).toBe(false)
})
