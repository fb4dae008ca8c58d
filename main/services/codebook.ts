import { restoreEdition } from '#app/codebook/restore-edition'
import type { Services, Session } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Codebook } from '#app/model/codebook'
import { codebookVersion } from '#app/model/codebook-version'
import { changeCodebook } from '#main/codebook/change-codebook'
import type { Store } from '#main/store/store'
import type { Application } from './application.ts'

type CodebookCalls = 'codebook.change' | 'codebook.restore'

export function codebookServices(application: Application): Pick<Services, CodebookCalls> {
  /** Changes the codebook that is still as it was when the person changed it. */
  async function change(
    base: string,
    reason: string,
    after: (now: Codebook, store: Store) => Codebook,
  ): Promise<Session> {
    await application.whenFree((store, by) => {
      const now = store.codebook()
      if (codebookVersion(now) !== base) {
        throw new Refusal(
          'conflict',
          'The codebook was changed elsewhere meanwhile. Look at what it says now, then change that.',
        )
      }
      const made = { by, reason, at: new Date().toISOString() }
      return changeCodebook(store, after(now, store), made)
    })
    // What annotations count as may have changed in every article.
    application.changed(null)
    return application.sessionChanged()
  }

  return {
    'codebook.change': ({ base, reason, labels, attributes }) =>
      change(base, reason, () => ({ labels, attributes })),
    'codebook.restore': ({ edition: id, base, reason }) =>
      change(base, reason, (now, store) => {
        const edition = store.tables.edition.get(id)
        if (!edition)
          throw new Refusal('not-found', 'This edition is no longer there. Look at the list again.')
        return restoreEdition(now, edition, label => store.tables.annotation.withLabel(label) > 0)
      }),
  }
}
