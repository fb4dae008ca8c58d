import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Annotator } from '#app/model/annotator'
import { AnnotatorId, type ArticleId, ProjectId } from '#app/model/ids'
import { defaultCodebook } from '#main/services/default-codebook'
import { problems } from '#main/store/check'
import { createProject, openProject } from '#main/store/open'
import type { ProjectKey } from '#main/store/protection/project-key'
import type { Store } from '#main/store/store'

export const PERSON: Annotator = {
  id: AnnotatorId.parse('01900000-0000-7000-8000-0000000000a1'),
  name: 'Anna',
}

export const projectIn = (folder: string): string => join(folder, 'Project.assay')

export const newProject = (path: string, annotator = PERSON, project = uuidv7()): Store =>
  createProject(path, {
    project: { id: ProjectId.parse(project), name: 'Project', created: '2026-01-01T00:00:00.000Z' },
    codebook: defaultCodebook(),
    annotator,
  })

/** Adds an article of this many sentences, unlike those of other numbers. What imports takes long to load, and not all need it. */
export async function addArticle(
  store: Store,
  number: number,
  sentences = 20,
  by = PERSON,
): Promise<ArticleId> {
  const { importDraft } = await import('#main/import/import-draft')
  const text = Array.from({ length: sentences }, (_, at) => `Of ${number} it is said ${at} times.`).join(' ')
  const draft = { text, metadata: { title: `Article ${number}`, language: 'en' } }
  return importDraft(store, draft, { by: by.id, origin: null }).article
}

/** Opens a project after its process died: it has to open, be whole, and leave no lock when it is closed. */
export function reopened<T>(path: string, look: (store: Store) => T, key?: ProjectKey): T {
  const store = openProject(path, { key })
  try {
    assert.deepEqual(problems(store.db, 'thorough'), [])
    return look(store)
  } finally {
    store.close()
    assert.equal(existsSync(`${path}-lock`), false, 'a lock was left')
  }
}
