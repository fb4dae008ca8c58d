/** The one way in which a codebook changes: by whoever edits it, by a file that comes in, by an edition that comes back. */
import { v7 as uuidv7 } from 'uuid'
import { codebookEdits } from '#app/codebook/codebook-edits'
import { codebookProblems, problemSentence } from '#app/codebook/codebook-problems'
import { Refusal } from '#app/failure'
import { canonical } from '#app/model/canonical'
import type { Codebook } from '#app/model/codebook'
import { codebookVersion } from '#app/model/codebook-version'
import { type Edition, editionOf } from '#app/model/edition'
import { EditionId } from '#app/model/ids'
import type { Change, Edit } from '#app/model/record'
import type { Store } from '#main/store/store'
import type { Written } from '#main/store/write'

export interface CodebookChange extends Pick<Change, 'by' | 'group'> {
  /** Why, in the words of who changes it; empty where they give none. */
  readonly reason: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/**
 * Makes the codebook be as given, as one change with its edition, and so with one undo. Before it, the codebook as it
 * was is recorded where no edition says it: at the first change, and after a merge. Nothing where it is so already.
 *
 * @throws a refusal where that would be no sound codebook, or would take away a label that annotations bear
 */
export function changeCodebook(
  store: Store,
  after: Codebook,
  { reason, at, ...change }: CodebookChange,
): Written | undefined {
  const before = store.codebook()
  const edits = codebookEdits(before, after)
  if (edits.length === 0) return undefined
  assertSound(before, after)
  assertUnborne(store, edits)
  const { edition } = store.tables
  const made = { by: change.by, reason }
  const was = edition.hasVersion(codebookVersion(before))
    ? []
    : [editionEdit(before, { ...made, reason: '', at: edition.isEmpty() ? beganAt(store, at) : at })]
  return store.write({
    ...change,
    action: 'change-codebook',
    edits: [...was, ...edits, editionEdit(after, { ...made, at })],
  })
}

const editionEdit = (codebook: Codebook, made: Pick<Edition, 'by' | 'at' | 'reason'>): Edit => {
  const id = EditionId.parse(uuidv7())
  return { kind: 'edition', id, after: editionOf(codebook, { id, ...made }) }
}

/** The codebook that a project began with is as old as the project, unless its clock was ahead. */
function beganAt(store: Store, at: string): string {
  const { created } = store.tables.project.only()
  return created < at ? created : at
}

/** What stood against the codebook before may stay: a merge may have brought it, and another change is not to blame. */
function assertSound(before: Codebook, after: Codebook): void {
  const known = new Set(codebookProblems(before).map(canonical))
  const [problem] = codebookProblems(after).filter(one => !known.has(canonical(one)))
  if (problem) throw new Refusal('conflict', problemSentence(problem))
}

function assertUnborne(store: Store, edits: readonly Edit[]): void {
  for (const { kind, id, after } of edits) {
    if (kind !== 'label' || after !== null) continue
    const count = store.tables.annotation.withLabel(id)
    if (count === 0) continue
    const name = store.tables.label.get(id)?.name ?? id
    throw new Refusal(
      'conflict',
      `“${name}” cannot be removed: ${count} annotations bear it. Retire it, or merge it into another label.`,
    )
  }
}
