import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Annotator } from '#app/model/annotator'
import { GroupId } from '#app/model/ids'
import { importFile } from '#main/import/import-file'
import type { Application } from './application.ts'
import { resourcesFolder } from './folders.ts'
import { newProject } from './project.ts'

/** The sample project of this computer: made from the articles that ship with Assay where it is not there yet. */
export async function sampleProject(folder: string, annotator: Annotator): Promise<string> {
  const path = join(folder, 'projects', 'Sample.assay')
  if (existsSync(path)) return path
  const store = newProject(path, 'Sample', annotator)
  const group = GroupId.parse(uuidv7())
  const articles = join(resourcesFolder(), 'sample')
  for (const name of readdirSync(articles).sort()) {
    await importFile(store, readFileSync(join(articles, name)), name, { by: annotator.id, group })
  }
  store.close()
  return path
}

/** What to open where nothing is named: the project opened last, else the sample project. */
export async function firstProject({ settings, folder }: Application): Promise<string> {
  return settings.recent()[0]?.path ?? sampleProject(folder, settings.annotator)
}
