/**
 * Versions of records, and how those of several machines become one state. A record is the set of its versions that
 * no other version has seen; most have one. The union of such sets, less what has been seen, is the merge: any order,
 * any number of times, any way round comes to the same.
 *
 * A revision names a version. Most are made by a clock (see clock.ts in the store): when, by whom, in which session of
 * work. What two people can make independently and alike, such as an article of the same text, has a first revision
 * made of its content instead: then it is the same version wherever it was made.
 */

import { GOLD } from '../model/annotator.ts'
import { canonical } from '../model/canonical.ts'
import type { Kind, KindedRecord, Records } from '../model/record.ts'
import { isPerson } from '../model/second-reading.ts'

export interface Version<K extends Kind = Kind> {
  readonly revision: string
  /** The revisions that it came after: of each session the last one. */
  readonly seen: readonly string[]
  /** A deleted record keeps its last content, so that it can be shown what was deleted. */
  readonly deleted: boolean
  readonly record: Records[K]
}

const BY_CONTENT = '0-'

/** The revision of a first version that anybody would make alike. `digest`: hexadecimal, of what makes it alike. */
export const contentRevision = (digest: string): string => `${BY_CONTENT}${digest.slice(0, 32)}`

export const isByContent = (revision: string): boolean => revision.startsWith(BY_CONTENT)

/** Who made a version; undefined where anybody may have. */
export const authorOf = (revision: string): string | undefined =>
  isByContent(revision) ? undefined : revision.slice(18, 54)

/** What orders the revisions of one session: those of another say nothing about them. */
const sessionOf = (revision: string): string => (isByContent(revision) ? revision : revision.slice(55))

/** What a version that is made after this one has seen. */
export function seenAfter(...before: readonly Pick<Version, 'revision' | 'seen'>[]): string[] {
  const last = new Map<string, string>()
  for (const revision of before.flatMap(({ revision, seen }) => [...seen, revision])) {
    const session = sessionOf(revision)
    if ((last.get(session) ?? '') < revision) last.set(session, revision)
  }
  return [...last.values()].sort()
}

/** Whether a version was made knowing another, or is that other. */
export function covers(version: Pick<Version, 'revision' | 'seen'>, revision: string): boolean {
  if (version.revision === revision) return true
  const session = sessionOf(revision)
  return [version.revision, ...version.seen].some(one => one >= revision && sessionOf(one) === session)
}

/**
 * The versions of two sets that stand against one another: none of them has been seen by another. The one that shows
 * comes first: one that is not deleted, then the latest by its revision. Where a record has an owner, what others
 * made of it counts only as long as the owner has made nothing of it.
 */
export function joined<K extends Kind>(
  ours: readonly Version<K>[],
  theirs: readonly Version<K>[],
  owner: string | undefined,
): Version<K>[] {
  const all = new Map<string, Version<K>>()
  for (const version of [...ours, ...theirs]) {
    const known = all.get(version.revision)
    all.set(version.revision, known ? alike(known, version) : version)
  }
  const versions = [...all.values()]
  const own = versions.filter(({ revision }) => owner !== undefined && authorOf(revision) === owner)
  const counted = own.length > 0 ? own : versions
  return counted
    .filter(one => !counted.some(other => other !== one && covers(other, one.revision)))
    .sort(showsFirst)
}

const showsFirst = (a: Version, b: Version): number =>
  Number(a.deleted) - Number(b.deleted) || (a.revision > b.revision ? -1 : 1)

/**
 * One of two versions of one revision. They differ only where that was made of content, and then only in what is not
 * the record's own, such as when it was imported.
 */
function alike<V extends Version>(a: V, b: V): V {
  if (!isByContent(a.revision)) return a
  return canonical(a.record) <= canonical(b.record) ? a : b
}

/** Whose a record is; undefined for what belongs to all. */
export function ownerOf(record: Records[Kind]): string | undefined {
  // A dealing is opened by who dealt.
  if ('terms' in record) return record.by
  return 'annotator' in record && record.annotator !== GOLD.id ? record.annotator : undefined
}

/** What makes a first version of a record alike wherever it is made; undefined where nobody else makes it. */
export function likeness({ kind, record }: KindedRecord): object | undefined {
  switch (kind) {
    case 'annotator':
      // Introduced on every machine by itself.
      return isPerson(record.id) ? undefined : record
    case 'article': {
      const { id, title, source, author, url, published, language } = record
      return { id, title, source, author, url, published, language }
    }
    case 'review': {
      const { at: _, ...what } = record
      return what
    }
    case 'decision': {
      const { at: _, ...what } = record
      return what
    }
    case 'annotation': {
      const { created: _, updated: __, ...what } = record
      // Of version 8: its id was made of what it is.
      return what.id[14] === '8' ? what : undefined
    }
    case 'segmentation': {
      const { article, sentences, mended } = record
      return { article, mended, sentences: sentences.map(({ start, end }) => `${start}-${end}`).join(' ') }
    }
    case 'membership': {
      const { collection, article } = record
      return { collection, article }
    }
    case 'edition':
    case 'guideline':
    case 'dealing':
    case 'identity':
      return undefined
    case 'collection':
      // What is dealt to an annotator is begun on every machine by itself.
      return record.dealtTo === null ? undefined : record
    case 'project':
    case 'label':
    case 'attribute':
      return record
  }
}
