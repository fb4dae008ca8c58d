import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Format } from '#app/formats/format'
import { formats } from '#app/formats/index'
import { GroupId } from '#app/model/ids'
import { exportCorpus, isOneFile } from '#main/export/export-corpus'
import { importContent } from '#main/import/import-content'
import { openProject } from '#main/store/open'
import { annotated, annotationsIn } from '#main/test/annotated'
import { ANNA, project, temporaryFolder } from '#main/test/projects'

const BIN = join(import.meta.dirname, 'bin.mjs')

/** Exports into a zip, and unpacks that into a folder. */
async function exported(format: Format, beside: boolean) {
  const name = isOneFile({ format }) && !beside ? `corpus.${format.extension}` : 'corpus.zip'
  const path = join(temporaryFolder(), name)
  await exportCorpus(annotated(), { format, several: 'zip', codebook: beside, manifest: beside }, path)
  const bytes = new Uint8Array(readFileSync(path))
  const folder = temporaryFolder()
  for (const [member, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(folder, member)), { recursive: true })
    writeFileSync(join(folder, member), content)
  }
  return { name, bytes, folder }
}

/** What a project says after `assay import`. */
function imported(...words: string[]): Record<string, string[]> {
  const path = join(temporaryFolder(), 'Q.assay')
  project({ path }).close()
  const done = spawnSync(process.execPath, [BIN, 'import', path, ...words, '--annotator', 'Anna'], {
    encoding: 'utf8',
    env: { ...process.env, ASSAY_DATA: temporaryFolder() },
  })
  expect([done.status, done.stderr]).toEqual([0, ''])
  const store = openProject(path)
  try {
    return annotationsIn(store)
  } finally {
    store.close()
  }
}

const readBack = formats.filter(one => one.write && one.read && !one.losses.includes('articles'))
const GROUP = GroupId.parse('01900000-0000-7000-8000-0000000000f1')

describe.each([
  { beside: true, which: readBack },
  { beside: false, which: readBack.filter(one => one.packaging !== 'file') },
])('with codebook and manifest: $beside', ({ beside, which }) => {
  test.each(which)('a folder of $id comes in as its zip does', { timeout: 60_000 }, async format => {
    const { name, bytes, folder } = await exported(format, beside)
    const other = project()
    const done = await importContent(other, { kind: 'file', name, bytes }, { by: ANNA.id, group: GROUP })
    expect(done).toMatchObject({ refused: [], unknownLabels: [] })
    expect(annotationsIn(other)).toEqual(annotationsIn(annotated()))
    expect(imported(folder)).toEqual(annotationsIn(other))
  })
})

test('the files of a folder, named one by one, come in as the folder does', async () => {
  const doccano = readBack.find(one => one.id === 'doccano')
  if (!doccano) throw new Error('there is no doccano')
  const { folder } = await exported(doccano, true)
  const names = ['manifest.json', 'text_classification.jsonl', 'label_config.json', 'sequence_labeling.jsonl']
  expect(imported(...names.map(name => join(folder, name)))).toEqual(annotationsIn(annotated()))
})
