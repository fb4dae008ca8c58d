/** The records of a project of which versions contradict one another, in words for whoever decides. */
import type { Conflict, ConflictSide } from '#app/contract'
import { contradicting } from '#app/exchange/conflict'
import { conflictFields, differingStretch } from '#app/exchange/conflict-fields'
import { KINDS } from '#app/exchange/exchange-file'
import { authorOf, isByContent, ownerOf, type Version } from '#app/exchange/version'
import type { Annotator } from '#app/model/annotator'
import type { ArticleId } from '#app/model/ids'
import type { Kind } from '#app/model/record'
import type { Range } from '#app/text/range'
import type { Store } from '#main/store/store'

export interface RecordKey {
  readonly kind: Kind
  readonly id: string
}

/** All of them: what others are made of comes first, labels before annotations. */
export function conflictsIn({ db, versions }: Store): RecordKey[] {
  const rows = db.prepare<[], RecordKey>('select distinct kind, record id from siblings').all()
  return rows
    .filter(({ kind, id }) => contradicting(kind, versions.of(kind, id)).length > 0)
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : 1))
}

/** Kinds whose fields stand each by itself, so that some can be taken from one side and some from another. */
const BY_FIELD: ReadonlySet<Kind> = new Set(['article', 'label', 'attribute'])

/** One of them, with what each side says. @param own the sessions of work on this copy of the project */
export function conflictOf(store: Store, { kind, id }: RecordKey, own: ReadonlySet<string>): Conflict {
  const { tables } = store
  const versions = store.versions.of(kind, id)
  const [shown] = versions
  if (!shown) throw new Error('a conflict of a record that is not there')
  const article = articleOf(kind, shown)
  const text = (article && tables.article.text(article)) ?? ''
  const owner = ownerOf(shown.record)
  return {
    ...{ kind, id, article },
    name: nameOf(store, shown, article),
    range: rangeOf(kind, versions),
    owner: owner === undefined ? null : annotatorWith(store, owner),
    sides: versions.map(version => sideOf(store, version, own)),
    fields: conflictFields(kind, versions, { codebook: store.codebook(), text }),
    byField: BY_FIELD.has(kind) && versions.filter(({ deleted }) => !deleted).length > 1,
  }
}

export const canTakeByField = (kind: Kind): boolean => BY_FIELD.has(kind)

function articleOf(kind: Kind, { record }: Version): ArticleId | null {
  if ('article' in record) return record.article
  // Of this kind: its id is an article's.
  return kind === 'article' && 'title' in record ? record.id : null
}

function nameOf({ tables }: Store, { record }: Version, article: ArticleId | null): string {
  if (article !== null) return tables.article.get(article)?.title ?? ('title' in record ? record.title : '')
  return 'name' in record ? record.name : ''
}

function rangeOf(kind: Kind, versions: readonly Version[]): Range | null {
  // Versions of one record are of its kind.
  if (kind === 'segmentation') return differingStretch(versions as readonly Version<'segmentation'>[])
  const record = versions[0]?.record
  return record && 'start' in record ? { start: record.start, end: record.end } : null
}

function sideOf(
  store: Store,
  { revision, deleted, record }: Version,
  own: ReadonlySet<string>,
): ConflictSide {
  if (isByContent(revision))
    return { revision, deleted, session: null, here: false, ...signed(store, record) }
  const author = authorOf(revision)
  const session = revision.slice(55)
  return {
    ...{ revision, deleted, session, here: own.has(session) },
    by: author === undefined ? null : annotatorWith(store, author),
    at: new Date(Number.parseInt(revision.slice(0, 12), 16)).toISOString(),
  }
}

/** Who and when, as the record itself says: a decision, or a review, that anybody would have made alike. */
function signed(store: Store, record: Version['record']): Pick<ConflictSide, 'by' | 'at'> {
  if (!('at' in record)) return { by: null, at: null }
  const author = 'by' in record ? record.by : 'annotator' in record ? record.annotator : undefined
  return { by: author === undefined ? null : annotatorWith(store, author), at: record.at }
}

/** The sessions of work on this copy of the project. Reads all changes. */
export const ownSessions = ({ db }: Store): ReadonlySet<string> =>
  new Set(db.prepare<[], string>('select distinct substr(revision, 56) from changes').pluck().all())

const annotatorWith = ({ tables }: Store, id: string): Annotator | null => tables.annotator.get(id) ?? null
