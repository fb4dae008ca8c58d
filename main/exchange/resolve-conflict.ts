import { codebookProblems } from '#app/codebook/codebook-problems'
import type { Checked } from '#app/contract'
import { ownerOf, type Version } from '#app/exchange/version'
import { Refusal } from '#app/failure'
import type { AnnotatorId } from '#app/model/ids'
import { type Kind, type Records, recordSchemas } from '#app/model/record'
import { goldAsDecided } from '#main/adjudication/gold-as-decided'
import type { Store } from '#main/store/store'
import type { OpenChange } from '#main/store/write-versions'
import { canTakeByField } from './conflicts.ts'

export type Resolution = Checked<'conflict.resolve'>

/**
 * Decides between versions that contradict one another: the one that is taken follows on all of them. Throws a refusal
 * where there are others by now, where the record is somebody else's own, or where fields of several do not go together.
 *
 * @returns the place in the sequence of changes
 */
export function resolveConflict(store: Store, by: AnnotatorId, resolution: Resolution): number {
  const { kind, id, revisions } = resolution
  return store.together(() => {
    // An article or a label may go while others lean on it; what has to stay stands again at the end.
    store.db.pragma('defer_foreign_keys = on')
    const before = store.versions.of(kind, id)
    if (before.map(({ revision }) => revision).join() !== revisions.join())
      throw new Refusal(
        'conflict',
        'It was decided, or changed again, meanwhile. Look at what stands there now, then decide that.',
      )
    const chosen = chosenOf(store, before, resolution)
    assertMayDecide(store, by, chosen)
    const change = store.writeVersions({ by, action: 'resolve-conflict' })
    putAfter(store, change, kind, id, before, chosen.deleted ? null : chosen.record)
    if (kind === 'decision' && !chosen.deleted && 'choice' in chosen.record)
      for (const edit of goldAsDecided(store, by, chosen.record))
        putAfter(store, change, edit.kind, edit.id, store.versions.of(edit.kind, edit.id), edit.after)
    store.versions.settle()
    const seq = change.end()
    if (seq === undefined) throw new Error('a conflict was decided and nothing written')
    return seq
  })
}

function putAfter(
  { versions }: Store,
  change: OpenChange,
  kind: Kind,
  id: string,
  before: readonly Version[],
  after: Records[Kind] | null,
): void {
  if (after === null && before.length === 0) return
  change.put(kind, id, before, [versions.after(kind, before, after, change.revision())])
}

/** What is taken: a version, with fields of others in it. */
function chosenOf(
  store: Store,
  before: readonly Version[],
  { kind, take, fields }: Resolution,
): Pick<Version, 'deleted' | 'record'> {
  const taken = versionNamed(before, take)
  const others = Object.entries(fields)
  if (others.length === 0) return taken
  if (!canTakeByField(kind) || taken.deleted)
    throw new Refusal('invalid-input', 'This cannot be taken field by field. Take one version whole.')
  const own = new Map<string, unknown>(Object.entries(taken.record))
  for (const [field, revision] of others) {
    if (!own.has(field) || field === 'id')
      throw new Refusal('invalid-input', 'This cannot be taken field by field. Take one version whole.')
    own.set(
      field,
      Object.entries(versionNamed(before, revision).record).find(([name]) => name === field)?.[1],
    )
  }
  const record = recordSchemas[kind].parse(Object.fromEntries(own))
  assertSound(store, kind, taken.record, record)
  return { deleted: false, record }
}

function versionNamed(versions: readonly Version[], revision: string): Version {
  const found = versions.find(one => one.revision === revision)
  if (found) return found
  throw new Refusal('not-found', 'There is no such version. Look at what stands there now.')
}

/** An annotation belongs to its author for ever: others’ choice would not stand against their own versions. */
function assertMayDecide({ tables }: Store, by: AnnotatorId, { record }: Pick<Version, 'record'>): void {
  const owner = ownerOf(record)
  if (owner === undefined || owner === by) return
  const name = tables.annotator.get(owner)?.name ?? owner
  throw new Refusal('conflict', `Only ${name} can decide this: it is theirs. Ask them to.`)
}

/** Fields of several versions may not go together, such as a key that another label has by now. */
function assertSound(store: Store, kind: Kind, whole: Records[Kind], mixed: Records[Kind]): void {
  if (kind !== 'label' && kind !== 'attribute') return
  const known = new Set(problemsWith(store, kind, whole))
  if (problemsWith(store, kind, mixed).some(one => !known.has(one)))
    throw new Refusal('conflict', 'These fields do not go together in the codebook. Take one version whole.')
}

/** What stands against the codebook, were this in it. */
function problemsWith(store: Store, kind: 'label' | 'attribute', record: Records[Kind]): string[] {
  const { labels, attributes } = store.codebook()
  // Records of a kind are in the list of that kind.
  const withIt = <T extends { readonly id: string }>(all: readonly T[], of: typeof kind) =>
    all.map(one => (of === kind && one.id === idOf(record) ? (record as unknown as T) : one))
  const codebook = { labels: withIt(labels, 'label'), attributes: withIt(attributes, 'attribute') }
  return codebookProblems(codebook).map(one => JSON.stringify(one))
}

const idOf = (record: Records[Kind]): string => ('id' in record ? record.id : '')
