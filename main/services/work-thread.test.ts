import { expect, onTestFinished, test } from 'vitest'
import type { QueryTasks } from '#main/queries/query-names'
import { ANNA, article, project } from '#main/test/projects'
import { WorkThread } from './work-thread.ts'

const totals = { kind: 'library.totals', input: {} } as const

test('work that breaks off is told as failed, and the next is done by a new thread', async () => {
  const store = project()
  article(store, 'One. Two.')
  const thread = new WorkThread<QueryTasks>('queries-thread', store, () => ANNA.id)
  onTestFinished(() => thread.close())
  await thread.run(totals)
  // What cannot be received breaks the thread, as a fault of its own would.
  const broken = thread.run(null as never)
  await expect(broken).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringContaining('broke off'),
  })
  expect(await thread.run(totals)).toMatchObject({ articles: 1 })
})
