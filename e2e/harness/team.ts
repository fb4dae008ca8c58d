/** A project in which three people have annotated the same articles. */
import { v7 as uuidv7 } from 'uuid'
import { AnnotationId, AnnotatorId, ProjectId } from '../../app/model/ids.ts'
import { tag } from '../../app/model/layer.ts'
import { importDraft } from '../../main/import/import-draft.ts'
import { defaultCodebook } from '../../main/services/default-codebook.ts'
import { layerOf } from '../../main/services/layer.ts'
import { createProject } from '../../main/store/open.ts'
import type { Store } from '../../main/store/store.ts'
import type { Assay } from './assay.ts'

type Labels = readonly (string | null)[]

interface Annotated {
  readonly title: string
  readonly text: string
  /** By annotator, a label for each sentence; null where there is none. */
  readonly work: Readonly<Record<string, Labels>>
}

const NOTE = 'Nobody promises anything here.'

const ARTICLES: readonly Annotated[] = [
  {
    title: 'Harbour bridge stays shut',
    text: 'The harbour bridge will stay shut until autumn. Engineers found cracks in two of its piers. We will open it by October, the mayor said. Nobody believes her.',
    work: {
      Anna: ['pledge', 'fact', 'pledge', 'opinion'],
      Borys: [null, 'fact', 'pledge', 'opinion'],
      Chloe: ['claim', 'fact', 'claim', null],
    },
  },
  {
    title: 'The ferry is back',
    text: 'The ferry crosses the harbour again. It costs four euros. It is far too slow.',
    work: {
      Anna: ['fact', 'fact', 'opinion'],
      Borys: ['fact', 'fact', 'opinion'],
      Chloe: ['fact', 'claim', null],
    },
  },
]

/** Makes the project of a journey such a one, before it is opened. Borys has a note on the first sentence. */
export function makeTeamProject(assay: Assay): void {
  const { project } = assay
  const people = ['Anna', 'Borys', 'Chloe'].map(name => ({ id: AnnotatorId.parse(uuidv7()), name }))
  const [anna] = people
  if (!anna) throw new Error('somebody makes the project')
  const store = createProject(project, {
    project: { id: ProjectId.parse(uuidv7()), name: 'Harbour', created: new Date().toISOString() },
    codebook: defaultCodebook(),
    annotator: anna,
  })
  for (const { id, name } of people) store.introduce(id, name)
  for (const { title, text, work } of ARTICLES) {
    const { article } = importDraft(store, { text, metadata: { title } }, { by: anna.id, origin: null })
    for (const { id, name } of people) annotate(store, article, id, work[name] ?? [])
  }
  store.close()
  assay.cli('tag', project, 'Harbour bridge stays shut', '1', 'claim', '--annotator', 'Borys', '--note', NOTE)
}

function annotate(
  store: Store,
  article: Parameters<typeof layerOf>[1],
  by: AnnotatorId,
  labels: Labels,
): void {
  for (const [index, id] of labels.entries()) {
    const sentence = store.tables.segmentation.get(article)?.sentences[index]
    const label = id && store.tables.label.get(id)
    if (!sentence || !label) continue
    const now = new Date().toISOString()
    const edits = tag(
      layerOf(store, article, by),
      sentence,
      label,
      store.codebook(),
      AnnotationId.parse(uuidv7()),
      now,
    )
    store.write({ by, action: 'tag', edits })
  }
}
