import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#app/contract'
import { Refusal } from '#app/failure'
import { GroupId } from '#app/model/ids'
import { type Bulk, doBulkAtOnce } from '#main/library/bulk'
import type { Application } from './application.ts'

type LibraryCalls = 'library.bulk' | 'library.settings' | 'library.arrange' | 'article.describe'

/** Up to so many articles, a step is taken at once, without the jobs' thread. */
const FEW = 40

export function libraryServices(application: Application): Pick<Services, LibraryCalls> {
  const project = () => application.store.tables.project.only().id

  return {
    'article.describe': async ({ article, metadata }) => {
      const described = await application.whenFree((store, by) => {
        const before = store.tables.article.get(article)
        if (!before)
          throw new Refusal('not-found', 'The article is no longer in this project. Choose another one.')
        const after = { ...before, ...metadata }
        const edits = [{ kind: 'article', id: article, after }] as const
        const written = store.write({ by, action: 'describe-article', edits })
        return { article: after, seq: written?.seq ?? null }
      })
      if (described.seq !== null) application.changed([article])
      return described
    },

    'library.bulk': async ({ selection, action, job }) => {
      const bulk: Bulk = { selection, action, group: GroupId.parse(uuidv7()) }
      const few = 'articles' in selection && selection.articles.length <= FEW
      const before = application.store.lastChange()
      const work = few
        ? application.whenFree((store, by) => doBulkAtOnce(store, by, bulk))
        : application.inJobs({ kind: 'bulk', ...bulk }, job)
      const done = await work.finally(() => {
        // What was done before it was stopped stays.
        if (application.store.lastChange() > before) application.changed(few ? selection.articles : null)
      })
      const seq = application.store.lastChange()
      return { ...done, seq: done.changed > 0 ? seq : null }
    },

    'library.settings': () => application.settings.library(project()),
    'library.arrange': change => application.settings.arrangeLibrary(project(), change),
  }
}
