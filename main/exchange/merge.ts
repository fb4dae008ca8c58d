/**
 * The merge of an exchange file into a project: all of it in one transaction, or nothing. See app/exchange/version.ts
 * for what it comes to, and docs/teams.md for what it promises.
 */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { contradicting } from '#app/exchange/conflict'
import { ASK_AGAIN, type Entry } from '#app/exchange/exchange-file'
import type { MergeOutcome, MergeReport } from '#app/exchange/merge-report'
import {
  type Accepted,
  isAccepted,
  type KnownSigners,
  NOBODY_KNOWN,
  type SignatureReport,
  standingOf,
} from '#app/exchange/signature'
import { joined, ownerOf, type Version } from '#app/exchange/version'
import { Refusal } from '#app/failure'
import { articleId } from '#app/model/article'
import type { AnnotatorId, GroupId, LabelId } from '#app/model/ids'
import { isSegmentation } from '#app/model/segmentation'
import { normalise } from '#app/text/normalise'
import type { Watch } from '#main/export/export-corpus'
import { isReferenceBroken } from '#main/store/disk'
import { idOfRecord } from '#main/store/record-id'
import type { Store } from '#main/store/store'
import { foreigner } from './foreign-project.ts'
import { type ExchangeFile, openExchangeFile } from './read-exchange-file.ts'
import { reporter } from './report.ts'
import { fingerprintOf } from './sign.ts'

export interface Merging {
  /** Who merges. */
  readonly by: AnnotatorId
  /** Ties the merges of several files together, to be undone as one. */
  readonly group?: GroupId
  /** True where it is no step of the person's own; see write-versions.ts. */
  readonly aside?: boolean
  /** Only say what would happen. */
  readonly dryRun?: boolean
  /** Of a file of another project: what its labels are taken for, by their names there; null leaves one out. */
  readonly labels?: Readonly<Record<string, LabelId | null>>
  /** What the file is called for a person; by default the name at the end of its path. */
  readonly name?: string
  /** Articles that the report tells one by one. */
  readonly articlesTold?: number
  /** Whose keys are known; nobody's by default. */
  readonly signers?: KnownSigners
  /** Opens an encrypted file. */
  readonly passphrase?: string | undefined
  /** What the person takes although the sender signed otherwise before. */
  readonly accepted?: readonly Accepted[]
  /**
   * Called last, with the place of the merge in the sequence of changes; undefined where it changed nothing. Within the
   * transaction: what it writes stands and falls with the merge.
   */
  readonly onMerged?: (change: number | undefined) => void
}

/** Milliseconds of work between two moments in which others may work, and a cancellation is heard. */
const SLICE = 20

/**
 * Merges a file. Throws a refusal, and changes nothing, where the file is not whole and right in every line; or
 * `cancelled`.
 *
 * @param watch is told how many bytes of the file have been read
 */
export function merge(store: Store, path: string, merging: Merging, watch: Watch = {}): Promise<MergeReport> {
  return inTransaction(store, merging.dryRun ?? false, () => mergeWithin(store, path, merging, watch))
}

/** Merges a file within the caller's transaction, which has to be rolled back to where it was if this throws. */
export async function mergeWithin(
  store: Store,
  path: string,
  merging: Merging,
  watch: Watch = {},
): Promise<MergeReport> {
  const file = await openExchangeFile(path, merging.passphrase)
  try {
    return await mergeFile(store, file, merging.name ?? basename(path), merging, watch)
  } finally {
    file.close()
  }
}

/** Does all of the work or none of it; a dry run does it and takes it back. */
export async function inTransaction<T>({ db }: Store, dryRun: boolean, work: () => Promise<T>): Promise<T> {
  db.exec('begin immediate')
  try {
    db.pragma('defer_foreign_keys = on')
    const done = await work()
    db.exec(dryRun ? 'rollback' : 'commit')
    return done
  } catch (error) {
    if (db.inTransaction) db.exec('rollback')
    throw isReferenceBroken(error) ? referenceBroken() : error
  }
}

const referenceBroken = (): Refusal =>
  new Refusal(
    'unreadable',
    'It speaks of an article, a label or a person that is neither in it nor in this project. Ask for a file that brings all; nothing was changed.',
    { missing: true },
  )

async function mergeFile(
  store: Store,
  file: ExchangeFile,
  name: string,
  merging: Merging,
  watch: Watch,
): Promise<MergeReport> {
  const { by, group, aside, dryRun = false, labels = {}, articlesTold, onMerged } = merging
  const { signers = NOBODY_KNOWN, accepted = [] } = merging
  const sameProject = file.header.project.id === store.tables.project.only().id
  const report = reporter(store, { file: name, header: file.header, sameProject }, articlesTold)
  const foreign = sameProject ? undefined : foreigner(store, labels, report.label)
  const change = store.writeVersions({ by, action: 'merge', group, aside })
  const arrived: string[] = []
  let since = performance.now()
  for (const given of file.entries()) {
    const entry = foreign ? foreign(given) : given
    if (!entry) report.count(given, 'refused', [], [])
    else {
      checkEntry(store, entry, given.line)
      const before = store.versions.of(entry.kind, entry.id)
      const after = joined(before, entry.versions, ownerOf(entry.versions[0]?.record ?? NOBODY))
      const outcome = outcomeOf(entry, before, after)
      if (entry.text !== undefined) store.tables.article.keepText(articleId(sha256(entry.text)), entry.text)
      if (!sameVersions(before, after)) {
        change.put(entry.kind, entry.id, before, after)
        if (entry.kind === 'annotation') arrived.push(entry.id)
      }
      report.count(entry, outcome, before, after)
    }
    if (performance.now() - since < SLICE) continue
    watch.onProgress?.(file.read(), file.size)
    await new Promise(resolve => setImmediate(resolve))
    if (watch.signal?.aborted) throw stoppedMerge()
    since = performance.now()
  }
  const signature = signatureReport(file, signers)
  if (!dryRun && !isAccepted(signature, accepted)) throw untrusted(file.header.by.name, signature)
  store.versions.settle()
  const seq = change.end()
  noteArrival(store, file, name, arrived)
  onMerged?.(seq)
  return report.done(signature)
}

/** Of a file that has been walked. */
function signatureReport({ header, signer }: ExchangeFile, signers: KnownSigners): SignatureReport {
  const key = signer()
  const fingerprint = key === null ? null : fingerprintOf(key)
  return { standing: standingOf(key, header.by.id, signers), key, fingerprint }
}

function untrusted(name: string, { standing, fingerprint }: SignatureReport): Refusal {
  return standing === 'missing'
    ? new Refusal(
        'untrusted',
        `The files of ${name} were signed before, and this one is not. Ask them whether it is theirs before you take it.`,
        { standing },
      )
    : new Refusal(
        'untrusted',
        `It is signed by another key than the files of ${name} before: ${fingerprint}. Ask them for the fingerprint of theirs before you take it.`,
        { standing, fingerprint },
      )
}

export const stoppedMerge = () => new Refusal('cancelled', 'The merge was stopped; nothing was changed.')

const NOBODY = { id: '', name: '' } as Version['record'] // of nobody

function outcomeOf(entry: Entry, before: readonly Version[], after: readonly Version[]): MergeOutcome {
  if (before.length === 0) return 'added'
  const known = new Set(before.map(({ revision }) => revision))
  if (sameVersions(before, after))
    return entry.versions.every(({ revision }) => known.has(revision)) ? 'unchanged' : 'superseded'
  const conflicts = contradicting(entry.kind, after).length > contradicting(entry.kind, before).length
  return conflicts ? 'conflicting' : 'updated'
}

const sameVersions = (a: readonly Version[], b: readonly Version[]): boolean =>
  a.length === b.length &&
  a.every((one, index) => one.revision === b[index]?.revision && sameContent(one, b[index]))

/** Versions of one revision may differ in when they were imported; see `alike`. */
const sameContent = (a: Version, b: Version): boolean =>
  !a.revision.startsWith('0-') || JSON.stringify(a.record) === JSON.stringify(b.record)

/**
 * What the schema of a line cannot know. Throws a refusal that names the line; its detail `missing` is true where
 * another file may bring what the line speaks of.
 */
function checkEntry({ tables, versions: kept }: Store, entry: Entry, line: number): void {
  const refuse = (reason: string, details = {}) => {
    throw new Refusal('unreadable', `Line ${line}: ${reason} ${ASK_AGAIN}`, { line, ...details })
  }
  const missing = { missing: true }
  const { kind, id, text, versions } = entry
  if (
    versions.some(
      ({ record }) => idOfRecord({ kind, after: record } as Parameters<typeof idOfRecord>[0]) !== id,
    )
  )
    refuse('its id is not that of its record.')
  if (new Set(versions.map(one => one.revision)).size < versions.length) refuse('one version is there twice.')
  if (versions.some(({ record }) => namedIn(record).some(one => !tables.annotator.get(one))))
    refuse('nobody knows the person whom it names.', missing)
  if (kind === 'article') {
    if (text !== undefined && (normalise(text) !== text || articleId(sha256(text)) !== id))
      refuse('the text of the article is not the one that its id was made of.')
    if (
      text === undefined &&
      tables.article.length(id as Parameters<typeof tables.article.length>[0]) === undefined
    )
      refuse(
        'the text of the article is missing: this file brings only changes. Ask for a whole one.',
        missing,
      )
    return
  }
  if (kind !== 'annotation' && kind !== 'review' && kind !== 'segmentation' && kind !== 'decision') return
  for (const { record } of versions as readonly Version<typeof kind>[]) {
    const length = tables.article.length(record.article)
    if (length === undefined) refuse('its article is not in this file and not in the project.', missing)
    else if ('end' in record && record.end > length) refuse('its range lies outside the text of the article.')
    else if (
      'sentences' in record &&
      !isSegmentation(tables.article.text(record.article) ?? '', record.sentences)
    )
      refuse('its sentences are no division of the text of the article.')
    if ('annotator' in record && !tables.annotator.get(record.annotator))
      refuse('nobody knows its annotator.', missing)
    if ('by' in record && !tables.annotator.get(record.by)) refuse('nobody knows who decided it.', missing)
    if ('label' in record && kept.of('label', record.label).length === 0)
      refuse(`the codebook has no label “${record.label}”.`, missing)
  }
}

/** Whom a record that is nobody's own names. */
function namedIn(record: Version['record']): readonly AnnotatorId[] {
  if ('importedBy' in record) return [record.importedBy]
  if ('dealtTo' in record) return record.dealtTo === null ? [] : [record.dealtTo]
  return 'reason' in record && 'version' in record ? [record.by] : []
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Which file annotations came by, and from whom. */
function noteArrival({ db }: Store, file: ExchangeFile, name: string, annotations: readonly string[]): void {
  if (annotations.length === 0) return
  const { lastInsertRowid } = db
    .prepare('insert into arrivals (name, sha256, sender, at) values (?, ?, ?, ?)')
    .run(name, file.sha256(), file.header.by.name, new Date().toISOString())
  const note = db.prepare('insert or replace into arrived (annotation, arrival) values (?, ?)')
  for (const annotation of annotations) note.run(annotation, lastInsertRowid)
}
