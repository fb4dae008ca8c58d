import type { CallName, Checked, Output } from '#app/contract'
import type { Watch } from '#main/export/export-corpus'

/**
 * The calls that only read, and may take longer than a frame: they are answered in the queries' thread. To add one: its
 * name here, and its function in the file of its noun in this folder.
 */
export const QUERY_NAMES = [
  'annotator.list',
  'assign.plan',
  'assign.plan-again',
  'assign.overview',
  'assign.progress',
  'assign.articles',
  'article.open',
  'article.last',
  'library.page',
  'library.totals',
  'library.stretch',
  'library.place',
  'library.facets',
  'collection.list',
  'codebook.touches',
  'codebook.editions',
  'codebook.to-decide',
  'codebook.read',
  'guideline.read',
  'guideline.to-look-at',
  'exchange.colleagues',
  'export.formats',
  'conflict.count',
  'conflict.list',
  'layer.next',
  'layer.flagged',
  'layer.equal',
  'name.complete',
  'name.list',
  'name.uses',
  'register.similar',
  'register.list',
  'register.appearances',
  'register.unlinked',
  'register.column',
  'register.card',
  'search.page',
  'search.count',
  'search.labels',
  'search.preview-tag',
  'adjudication.article',
  'agreement.report',
  'agreement.confusion',
  'agreement.cell',
  'agreement.divided',
  'agreement.own',
  'agreement.articles',
] as const satisfies readonly CallName[]

export type QueryName = (typeof QUERY_NAMES)[number]

const names: ReadonlySet<CallName> = new Set(QUERY_NAMES)

export const isQuery = (name: CallName): boolean => names.has(name)

/**
 * What answers some of these calls: like the services, but on a store of the thread's own. One whose input names a job
 * can be watched and cancelled.
 */
export type Queries<N extends QueryName = QueryName> = {
  readonly [P in N]: (input: Checked<P>, watch?: Watch) => Output<P> | Promise<Output<P>>
}

/** The work of the queries' thread: each query under the name of its call. */
export type QueryTasks = {
  readonly [N in QueryName]: { readonly given: { readonly input: Checked<N> }; readonly done: Output<N> }
}
