import { rmSync } from 'node:fs'
import type { MergeReport } from '#app/exchange/merge-report'
import type { Annotator } from '#app/model/annotator'
import type { Attribute } from '#app/model/attribute'
import type { Codebook } from '#app/model/codebook'
import type { Label } from '#app/model/label'
import { createProject } from '#main/store/open'
import type { Store } from '#main/store/store'
import { type Merging, merge } from './merge.ts'
import { openExchangeFile } from './read-exchange-file.ts'

/**
 * Makes a project file for a colleague of a project: the same project, with what the exchange file brings. Throws a
 * refusal, and makes nothing, where the file is not whole, or something is at the path already.
 */
export async function joinTeam(
  path: string,
  from: string,
  annotator: Annotator,
  reading: Pick<Merging, 'signers' | 'accepted' | 'passphrase'> = {},
): Promise<{ store: Store; report: MergeReport }> {
  const file = await openExchangeFile(from, reading.passphrase)
  let store: Store
  try {
    store = createProject(path, { project: file.header.project, codebook: codebookIn(file), annotator })
  } finally {
    file.close()
  }
  try {
    return { store, report: await merge(store, from, { by: annotator.id, ...reading }) }
  } catch (error) {
    store.close()
    rmSync(path, { force: true })
    throw error
  }
}

/** The codebook that shows in a file: it comes before all articles. */
function codebookIn({ entries }: Awaited<ReturnType<typeof openExchangeFile>>): Codebook {
  const labels: Label[] = []
  const attributes: Attribute[] = []
  for (const { kind, versions } of entries()) {
    const [shown] = versions
    if (kind === 'article') break
    if (!shown || shown.deleted) continue
    // Records are of the kind of their entry.
    if (kind === 'label') labels.push(shown.record as Label)
    if (kind === 'attribute') attributes.push(shown.record as Attribute)
  }
  return { labels, attributes }
}
