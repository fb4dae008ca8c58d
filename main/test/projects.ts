/** Real projects for tests, in a folder that is removed after each test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import type { Annotator } from '#app/model/annotator'
import { AnnotationId, AnnotatorId, type ArticleId, ProjectId } from '#app/model/ids'
import { tag } from '#app/model/layer'
import { importDraft } from '#main/import/import-draft'
import { defaultCodebook } from '#main/services/default-codebook'
import { layerOf } from '#main/services/layer'
import { createProject } from '#main/store/open'
import type { Store } from '#main/store/store'

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const person = (name: string): Annotator => ({ id: AnnotatorId.parse(uuidv7()), name })

export const ANNA = person('Anna')
export const BORYS = person('Borys')

/** An empty project of Anna's, closed after the test. */
export function project(options: { path?: string; now?: () => number } = {}): Store {
  const path = options.path ?? join(temporaryFolder(), 'Test.assay')
  const store = createProject(
    path,
    {
      project: { id: ProjectId.parse(uuidv7()), name: 'Test', created: new Date().toISOString() },
      codebook: defaultCodebook(),
      annotator: ANNA,
    },
    options.now,
  )
  onTestFinished(() => {
    if (store.db.open) store.close()
  })
  return store
}

/** Adds an article with this text, in English. */
export const article = (store: Store, text: string, by = ANNA): ArticleId =>
  importDraft(store, { text, metadata: { language: 'en' } }, { by: by.id, origin: null }).article

/** Tags a sentence, by its number from 1, as the services do. */
export function tagSentence(store: Store, id: ArticleId, number: number, label: string, by = ANNA): void {
  const sentence = store.tables.segmentation.get(id)?.sentences[number - 1]
  const one = store.tables.label.get(label)
  if (!sentence || !one) throw new Error(`no sentence ${number}, or no label ${label}`)
  store.introduce(by.id, by.name)
  const edits = tag(
    layerOf(store, id, by.id),
    sentence,
    one,
    store.codebook(),
    AnnotationId.parse(uuidv7()),
    new Date().toISOString(),
  )
  store.write({ by: by.id, action: 'tag', edits })
}

/** The labels of one annotator in an article, in reading order. */
export const labelsOf = (store: Store, id: ArticleId, by = ANNA): string[] =>
  store.tables.annotation.ofLayer(id, by.id).map(annotation => annotation.label)

/** Everything that a project says now, apart from its history and revisions: two that are equal say the same. */
export function contentOf(store: Store): unknown {
  const tables = [
    'project',
    'annotators',
    'labels',
    'attributes',
    'editions',
    'collections',
    'memberships',
    'dealings',
    'identities',
    'guidelines',
    'working_days',
    'attribute_values',
    'known_values',
    'standings',
    'cards',
    'articles',
    'segmentations',
    'annotations',
    'reviews',
    'decisions',
    'progress',
  ]
  return Object.fromEntries(
    tables.map(table => {
      const rows = store.db.prepare(`select * from ${table}`).all() as Record<string, unknown>[]
      const plain = rows.map(({ revision: _revision, seen: _seen, key: _key, ...row }) => JSON.stringify(row))
      return [table, plain.sort()]
    }),
  )
}
