import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Format } from '#app/formats/format'
import { formats } from '#app/formats/index'
import { GroupId } from '#app/model/ids'
import { importContent } from '#main/import/import-content'
import type { Store } from '#main/store/store'
import { ANNA, article, BORYS, project, tagSentence, temporaryFolder } from '#main/test/projects'
import { exportCorpus, isOneFile } from './export-corpus.ts'

/** Two articles, which two people have tagged. */
function annotated(): Store {
  const store = project()
  const first = article(store, 'The mayor 😀 promised “a bridge”.\n\nIt is not there. Nobody knows why.')
  const second = article(store, 'Вода мокра. Так сказав міністр.')
  store.introduce(BORYS.id, BORYS.name)
  tagSentence(store, first, 1, 'pledge')
  tagSentence(store, first, 2, 'fact')
  tagSentence(store, second, 2, 'claim')
  tagSentence(store, first, 2, 'opinion', BORYS)
  return store
}

/** The labels on each text, in order. */
const layers = (store: Store): Record<string, string[]> =>
  Object.fromEntries(
    Array.from(store.tables.article.inOrder(), ({ id }) => [
      store.tables.article.text(id) ?? '',
      store.tables.annotation
        .ofArticle(id)
        .map(({ label, start, end }) => `${label} ${start}-${end}`)
        .sort(),
    ]),
  )

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
    expect(layers(other)).toEqual(layers(store))
    const again = await importContent(other, content, { by: ANNA.id, group })
    expect(again.articles.every(one => !one.added)).toBe(true)
  },
)
