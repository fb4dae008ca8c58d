import type { Services } from '#app/contract'
import { lookInto } from '#main/import/look-into'
import { readContent } from '#main/import/read-content'
import type { Application } from './application.ts'

export function articleServices(
  application: Application,
): Pick<Services, 'article.leave-mark' | 'article.import'> {
  return {
    'article.leave-mark': async ({ article, position }) => {
      await application.whenFree((store, by) => store.positions.put(article, by, position))
      return null
    },
    'article.import': ({ group, content, corrections, labels }) =>
      application.atWork(async () => {
        const looked = await lookInto(content, application.settings.knownColumns, application.reader)
        const read = looked.read ?? (await readContent(content, application.reader))
        if (content.kind === 'file' && content.columns && looked.table) {
          application.settings.rememberColumns(looked.table.header, content.columns)
        }
        const imported = await application.jobs.run({
          ...{ kind: 'import', read },
          ...{ corrections, labels, group },
        })
        if (imported.articles.some(one => one.added || one.annotations > 0)) application.changed(null)
        if (imported.labelsAdded > 0) application.sessionChanged()
        return imported
      }),
  }
}
