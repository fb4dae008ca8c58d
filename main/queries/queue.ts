import type { AnnotatorId } from '#app/model/ids'
import { countEqual } from '#main/equal/find-equal'
import type { Store } from '#main/store/store'
import type { Queries } from './query-names.ts'

type QueueQueries = 'layer.next' | 'layer.flagged' | 'layer.equal'

export const queueQueries = (store: Store, by: AnnotatorId): Queries<QueueQueries> => ({
  'layer.next': ({ queue, from, direction }) => store.queues.next(queue, from, direction, by),
  'layer.flagged': page => store.queues.flagged(page.by, by, page),
  'layer.equal': ({ article, start, end }) => countEqual(store, { article, range: { start, end } }, by),
})
