/**
 * The files of a team folder, by their names. Every device has a series of its own for every project, which nobody
 * else writes: `assay-PROJECT-DEVICE-000001.assay.jsonl.gz`, `…-000002…`. PROJECT is the end of the project's id,
 * DEVICE the random id of an installation of Assay.
 */
import type { ProjectId } from '#app/model/ids'

const ENDING = '.assay.jsonl.gz'

export interface SeriesFile {
  readonly name: string
  readonly device: string
  /** Place in the series, from 1. */
  readonly number: number
  /** True for a copy that a synchroniser made of it, under a name of its own. */
  readonly conflict: boolean
}

/** The name with which every file of a device begins. */
export const seriesPrefix = (project: ProjectId, device: string): string =>
  // The end of a UUIDv7 is random; its beginning is a time.
  `assay-${project.slice(-8)}-${device}-`

export const seriesName = (project: ProjectId, device: string, number: number): string =>
  `${seriesPrefix(project, device)}${String(number).padStart(6, '0')}${ENDING}`

const NAME = /^assay-([0-9a-f]{8})-([0-9a-f]{12})-(\d{6,9})(.*)$/

/**
 * What synchronisers put into the name of a copy where two versions met, once the endings are taken away:
 * ` (Anna's conflicted copy 2026-11-25)` Dropbox, Nextcloud; ` (1)` Google Drive and file managers; `-LAPTOP` OneDrive;
 * `.sync-conflict-20261125-…` Syncthing; `_conflict-…` ownCloud.
 */
const CONFLICT = /^(?: ?\([^()]+\)|\.sync-conflict-[\w-]+|[-_][\w-]+)$/

/** What a name says; undefined for what is no file of this project's series. */
export function seriesFileOf(name: string, project: ProjectId): SeriesFile | undefined {
  const [, id, device, number, rest] = NAME.exec(name) ?? []
  if (id !== project.slice(-8) || !device || rest === undefined || !rest.endsWith('.gz')) return undefined
  const mark = rest.replace(/\.assay|\.jsonl|\.gz/g, '')
  if (mark === '' ? rest !== ENDING : !CONFLICT.test(mark)) return undefined
  return { name, device, number: Number(number), conflict: mark !== '' }
}

/** Series by series, by number, a copy after what it is a copy of. Negative where `a` comes before `b`. */
export function seriesOrder(a: SeriesFile, b: SeriesFile): number {
  const text = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
  return (
    text(a.device, b.device) ||
    a.number - b.number ||
    Number(a.conflict) - Number(b.conflict) ||
    text(a.name, b.name)
  )
}
