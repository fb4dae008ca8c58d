import type { SharedPart } from '#app/contract'
import type { Annotator } from '#app/model/annotator'
import type { Watch } from '#main/export/export-corpus'
import type { Store } from '#main/store/store'
import type { Part } from './entries.ts'
import { share } from './share.ts'
import { lastShareWith, noteShare } from './shares.ts'

export interface SharePartPlan {
  readonly by: Annotator
  readonly part: SharedPart
  readonly path: string
  readonly packed: boolean
}

/** Writes what a person chose to share; see `share`. What a colleague was given is noted once the file is whole. */
export async function sharePart(
  store: Store,
  { by, part, path, packed }: SharePartPlan,
  watch: Watch = {},
): ReturnType<typeof share> {
  const upto = store.lastChange()
  const done = await share(store, { by, packed, part: partOf(store, part) }, path, watch)
  if (part.what === 'news') noteShare(store, part.colleague, upto)
  return done
}

function partOf(store: Store, part: SharedPart): Part {
  switch (part.what) {
    case 'all':
      return { annotator: null, after: 0 }
    case 'annotator':
      return { annotator: part.annotator, after: 0 }
    case 'news':
      return { annotator: null, after: lastShareWith(store, part.colleague) }
  }
}
