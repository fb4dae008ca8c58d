import { expect, onTestFinished, test } from 'vitest'
import { ANNA, project } from '#main/test/projects'
import type { Jobs } from './job.ts'
import { WorkThread } from './work-thread.ts'

const place = { kind: 'synchronised-place', teamFolder: null } as const

test('work that breaks off is told as failed, and the next is done by a new thread', async () => {
  const thread = new WorkThread<Jobs>('jobs-thread', project(), () => ANNA.id)
  onTestFinished(() => thread.close())
  await thread.run(place)
  // What cannot be received breaks the thread, as a fault of its own would.
  const broken = thread.run(null as never)
  await expect(broken).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringContaining('broke off'),
  })
  expect(await thread.run(place)).toBeNull()
})
