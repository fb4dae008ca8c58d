import { expect, test } from 'vitest'
import { openProject } from '#main/store/open'
import { article, contentOf, project } from '#main/test/projects'
import { inFilesThread } from './in-files-thread.ts'

test('work on files tells how far it has come, and is stopped', async () => {
  const store = project()
  for (let each = 0; each < 20; each++) article(store, `Text ${each}. `.repeat(200))
  await store.backUp(new Date())
  const content = contentOf(store)
  store.close()
  const { path } = store
  const [backup] = await inFilesThread({ do: 'list', path, key: undefined })
  const restoring = { do: 'restore', path, key: undefined, name: backup?.name ?? '', target: path } as const

  const told: number[] = []
  await inFilesThread(restoring, { onProgress: (done, total) => told.push(done / total) })
  expect(told.length).toBeGreaterThan(0)
  await expect(inFilesThread(restoring, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  })
  const again = openProject(path)
  expect(contentOf(again)).toEqual(content)
  again.close()
})
