import type { DraftPreview, SourcePreview } from '#app/contract'
import { articleId } from '#app/model/article'
import { normalise } from '#app/text/normalise'
import type { Store } from '#main/store/store'
import { unknownLabels } from './codebook-of-file.ts'
import { completeMetadata, sha256 } from './import-draft.ts'
import type { Looked } from './look-into.ts'
import type { Draft } from './source.ts'

/** Drafts that a preview shows. */
const SHOWN = 50
/** UTF-16 units of each that it shows. */
const BEGINNING = 6_000

/** What a file that was looked into would come in as. */
export function previewOf(store: Store, { table, read }: Looked): SourcePreview {
  if (!read)
    return {
      ...{ drafts: [], count: table?.count ?? 0 },
      refused: [],
      table,
      annotations: [],
      unknownLabels: [],
    }
  const { drafts, codebook, refused } = read.reading
  return {
    drafts: drafts.slice(0, SHOWN).map(draft => preview(store, draft)),
    count: drafts.length,
    refused: refused.map(({ name, failure }) => ({ name, message: failure.message })),
    table,
    annotations: annotationsIn(drafts),
    unknownLabels: unknownLabels(store.codebook(), codebook, drafts),
  }
}

/** How many annotations there are of each annotator, by the name in the file; empty for whoever imports it. */
function annotationsIn(drafts: readonly Draft[]): SourcePreview['annotations'] {
  const counts = new Map<string, number>()
  for (const { annotator = '' } of drafts.flatMap(draft => draft.annotations ?? []))
    counts.set(annotator, (counts.get(annotator) ?? 0) + 1)
  return [...counts].map(([annotator, count]) => ({ annotator, count }))
}

function preview(store: Store, draft: Draft): DraftPreview {
  const text = normalise(draft.text)
  return {
    metadata: completeMetadata(draft, text),
    text: text.slice(0, BEGINNING),
    length: text.length,
    known: store.tables.article.get(articleId(sha256(text))) !== undefined,
  }
}
