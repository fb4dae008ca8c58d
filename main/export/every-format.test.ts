import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Format } from '#app/formats/format'
import { formats } from '#app/formats/index'
import { GroupId } from '#app/model/ids'
import { importContent } from '#main/import/import-content'
import type { Store } from '#main/store/store'
import { annotated, annotationsIn } from '#main/test/annotated'
import { ANNA, project, temporaryFolder } from '#main/test/projects'
import { exportCorpus, isOneFile } from './export-corpus.ts'

async function exported(
  store: Store,
  format: Format,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const name = isOneFile({ format }) ? `corpus.${format.extension}` : 'corpus.zip'
  const path = join(temporaryFolder(), name)
  await exportCorpus(store, { format, several: 'zip' }, path)
  return { name, bytes: new Uint8Array(readFileSync(path)) }
}

const written = formats.filter(format => format.write)
const readBack = written.filter(format => format.read && !format.losses.includes('articles'))

test.each(written)('$id goes out of a real project', async format => {
  expect((await exported(annotated(), format)).bytes.length).toBeGreaterThan(20)
})

test.each(readBack)(
  '$id is recognised among all others, and comes in with every label on its place',
  async format => {
    const store = annotated()
    const other = project()
    const content = { kind: 'file', ...(await exported(store, format)) } as const
    const group = GroupId.parse('01900000-0000-7000-8000-0000000000f1')
    const done = await importContent(other, content, { by: ANNA.id, group })
    expect(done).toMatchObject({ refused: [], unknownLabels: [] })
    expect(annotationsIn(other)).toEqual(annotationsIn(store))
    const again = await importContent(other, content, { by: ANNA.id, group })
    expect(again.articles.every(one => !one.added)).toBe(true)
  },
)
