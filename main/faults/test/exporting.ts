import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { formatWithId } from '#app/formats/index'
import { merge } from '#main/exchange/merge'
import { share } from '#main/exchange/share'
import { exportCorpus } from '#main/export/export-corpus'
import { openProject } from '#main/store/open'
import { addArticle, newProject, PERSON, projectIn, reopened } from './after-death.ts'
import type { Work } from './work.ts'

const NAMES = ['Corpus.jsonl', 'Corpus of brat'] as const
const FORMATS = { 'Corpus.jsonl': 'jsonl', 'Corpus of brat': 'brat' } as const
const SHARED = 'Project.assay.jsonl'

/** Exports in two formats, in turn, one file that is written over and many in a folder; then an exchange file. */
export const work: Work = {
  async prepare(folder) {
    const store = newProject(projectIn(folder))
    for (let number = 0; number < 40; number++) await addArticle(store, number)
    for (const name of NAMES) await exportTo(store, join(folder, `Expected ${name}`), name)
    store.close()
  },

  async start(folder) {
    const store = openProject(projectIn(folder))
    return async turn => {
      const name = NAMES[turn % (NAMES.length + 1)]
      if (name === undefined) {
        await share(store, { by: PERSON }, join(folder, SHARED))
        return SHARED
      }
      const path = join(folder, name)
      if (name === 'Corpus of brat') takeAway(path)
      await exportTo(store, path, name)
      return name
    }
  },

  async verify(folder, saved) {
    const shared = join(folder, SHARED)
    if (saved.includes(SHARED)) assert.ok(existsSync(shared), `${SHARED} is lost`)
    // One that is not whole is refused.
    const store = openProject(projectIn(folder))
    if (existsSync(shared)) await merge(store, shared, { by: PERSON.id, dryRun: true })
    store.close()
    reopened(projectIn(folder), () => undefined)
    for (const name of NAMES) {
      const path = join(folder, name)
      // The folder is taken away before it is written anew.
      if (name !== 'Corpus of brat' && saved.includes(name)) assert.ok(existsSync(path), `${name} is lost`)
      if (existsSync(path)) assert.deepEqual(contentAt(path), contentAt(join(folder, `Expected ${name}`)))
    }
  },
}

/** A folder that is killed while it is removed would be there in part: it goes by another name first. */
function takeAway(path: string): void {
  if (!existsSync(path)) return
  const away = `${path} (before)`
  rmSync(away, { recursive: true, force: true })
  renameSync(path, away)
  rmSync(away, { recursive: true })
}

async function exportTo(
  store: Parameters<typeof exportCorpus>[0],
  path: string,
  name: keyof typeof FORMATS,
): Promise<void> {
  const format = formatWithId(FORMATS[name])
  if (!format) throw new Error('there is no such format')
  await exportCorpus(store, { format, several: 'folder' }, path)
}

/** What a file has, or each file of a folder by its name. */
function contentAt(path: string): object {
  if (/\.(jsonl|csv)$/.test(path)) return { '': readFileSync(path, 'utf8') }
  const names = readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
  return Object.fromEntries(
    names
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map(file => [file.slice(path.length), readFileSync(file, 'utf8')]),
  )
}
