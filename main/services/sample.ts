import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotator } from '#app/model/annotator'
import type { Application } from './application.ts'
import { resourcesFolder } from './folders.ts'
import { newProject } from './project.ts'

/** The sample project of this computer: made from the articles that ship with Assay where it is not there yet. */
export async function sampleProject(folder: string, annotator: Annotator): Promise<string> {
  const path = join(folder, 'projects', 'Sample.assay')
  if (existsSync(path)) return path
  // What reads and imports is large, and a start that makes no sample has no need of it.
  const { importDraft, sha256 } = await import('#main/import/import-draft')
  const { readSource } = await import('#main/import/source')
  const store = newProject(path, 'Sample', annotator)
  const articles = join(resourcesFolder(), 'sample')
  for (const name of readdirSync(articles).sort()) {
    // Our own files: nothing has to be guarded against, so they are read here.
    const bytes = readFileSync(join(articles, name))
    const origin = { name, sha256: sha256(bytes) }
    for (const draft of await readSource(bytes, name))
      importDraft(store, draft, { by: annotator.id, origin, action: 'create-project' })
  }
  store.close()
  return path
}

/** What to open where nothing is named: the project opened last, else the sample project. */
export async function firstProject({ settings, folder }: Application): Promise<string> {
  return settings.recent()[0]?.path ?? sampleProject(folder, settings.annotator)
}
