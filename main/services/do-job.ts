/** How each piece of work in the jobs' thread is done. */
import { Refusal } from '#app/failure'
import type { AnnotatorId } from '#app/model/ids'
import { adjudicateByRule } from '#main/adjudication/adjudicate-by-rule'
import { mostUrgent } from '#main/adjudication/queue'
import { giveFeedback } from '#main/adjudication/write-feedback'
import { dealArticles, planDealing } from '#main/assign/deal-articles'
import { dealSecondReading, planSecondReading } from '#main/assign/second-reading'
import { writeStartFile } from '#main/assign/start-files'
import { tagEqual } from '#main/equal/tag-equal'
import { mergeFiles } from '#main/exchange/merge-files'
import { sharePart } from '#main/exchange/share-part'
import { synchronisedPlace } from '#main/exchange/synchronised-path'
import { syncFolder } from '#main/exchange/team-folder'
import { type FolderMemory, folderMemory } from '#main/exchange/team-folder/folder-memory'
import { exportCorpus, type Watch } from '#main/export/export-corpus'
import { writeWhole } from '#main/export/write-whole'
import { Bibliography } from '#main/import/bibliography'
import { type Bulk, doBulk } from '#main/library/bulk'
import { renameValue } from '#main/register/rename-value'
import { tagHits } from '#main/search/tag-hits'
import { assertSound } from '#main/store/check'
import { copyWhole } from '#main/store/copy-whole'
import { asSeenBy } from '#main/store/open'
import { type Pause, stopped } from '#main/store/pause'
import type { Store } from '#main/store/store'
import type { Jobs } from './job.ts'
import { inBrief } from './reverted-in-brief.ts'
import type { Task } from './work-thread.ts'

/** On what a job is done, for whom, and what one job leaves for the next. */
interface Doing {
  readonly store: Store
  readonly by: AnnotatorId
  readonly watch: Watch
  readonly bibliography: Bibliography
  readonly memory: FolderMemory
}

type Done<K extends keyof Jobs> = Jobs[K]['done']

type Doers = {
  readonly [K in keyof Jobs]: (job: Task<Jobs, K>, doing: Doing) => Done<K> | Promise<Done<K>>
}

/** Articles that the window is told one by one of each merged file. */
const TOLD = 10_000

const DOERS: Doers = {
  preview: async ({ looked }, { store }) => {
    const { previewOf } = await import('#main/import/preview-content')
    return previewOf(store, looked)
  },
  import: async ({ read, labels, corrections, group }, { store, by, bibliography }) => {
    // What tells languages takes a second and 150 MB to load: not with every project that is opened.
    const { importRead } = await import('#main/import/import-content')
    const options = { corrections, labels, bibliography: bibliography.for(group) }
    return importRead(store, read, { by, group }, options)
  },
  export: async ({ format: id, ...plan }, { store, by, watch }) => {
    const { formatWithId } = await import('#app/formats/index')
    const format = formatWithId(id)
    if (!format) throw new Refusal('not-found', `There is no format “${id}”.`)
    return asSeenBy(store, by, seen => exportCorpus(seen, { ...plan, format, by }, plan.path, watch))
  },
  'merge-files': ({ kind: _, files, ...merging }, { store, by, watch }) =>
    mergeFiles(store, files, { ...merging, by, articlesTold: TOLD }, watch),
  'deal-out': ({ to, terms, blind }, { store, by }) =>
    dealArticles(store, planDealing(store, to, terms), { by, terms, blind, at: now() }).articles,
  'deal-again': ({ annotators, terms }, { store, by }) =>
    dealSecondReading(store, planSecondReading(store, annotators, terms), { by, at: now() }),
  'start-file': ({ path, ...starting }, { store, watch }) => writeStartFile(store, starting, path, watch),
  share: (plan, { store, watch }) => sharePart(store, plan, watch),
  sync: ({ kind: _, folder, ...syncing }, { store, memory, watch: { signal } }) =>
    syncFolder(store, folder, { ...syncing, memory, ...(signal ? { signal } : {}) }),
  'undo-round': ({ doneBy, group }, { store, by }) => inBrief(store.history.revertAside(doneBy, group), by),
  'synchronised-place': ({ teamFolder }, { store }) => synchronisedPlace(store.path, teamFolder ?? undefined),
  save: ({ path, bytes }) => writeWhole(path, [bytes]),
  'adjudication-queue': ({ limit }, { store, watch }) => mostUrgent(store, limit, watch),
  feedback: (plan, { store, watch }) => giveFeedback(store, plan, watch),
  'adjudicate-by-rule': (rule, { store, by, watch }) => adjudicateByRule(store, by, rule, watch),
  bulk: async (bulk, { store, by, watch }) =>
    doBulk(store, by, await asSeenBy(store, by, seen => named(seen, bulk, by)), watch),
  revert: ({ direction }, { store, by }) => inBrief(store.history.revert(by, direction), by),
  'tag-hits': ({ asked, group }, { store, by, watch }) => tagHits(store, by, asked, group, watch),
  'tag-equal': (asked, { store, by, watch }) => tagEqual(store, by, asked, watch),
  'rename-value': (renamed, { store, by, watch }) => renameValue(store, by, renamed, watch),
  copy: async ({ path }, { store }) => {
    await copyWhole(store.db, path, { check: assertSound })
    return undefined
  },
  'back-up': (_, { store, watch }) => store.backUp(new Date(), { isKnownWhole: true, pause: pauseOf(watch) }),
}

/** Does jobs on a store, in whichever thread this runs. */
export function jobDoer(
  store: Store,
  by: AnnotatorId,
): (job: Task<Jobs>, watch: Watch) => Promise<Done<keyof Jobs>> {
  const kept = { bibliography: new Bibliography(), memory: folderMemory() }
  return async (job, watch) => {
    // The function under a kind takes the job of that kind.
    const doer = DOERS[job.kind] as (job: Task<Jobs>, doing: Doing) => Done<keyof Jobs>
    return doer(job, { store, by, watch, ...kept })
  }
}

const now = (): string => new Date().toISOString()

/** For work that is paused by the call of a function. */
const pauseOf =
  ({ onProgress, signal }: Watch): Pause =>
  (done, total) => {
    if (signal?.aborted) throw stopped()
    onProgress?.(done, total)
  }

/** With the articles by name that the person sees fit their filter. */
const named = (seen: Store, bulk: Bulk, by: AnnotatorId): Bulk => ({
  ...bulk,
  selection: { articles: seen.library.idsOf(bulk.selection, by) },
})
