import type { Services } from '#app/contract'
import { Refusal } from '#app/failure'
import { fetchPage } from '#main/import/fetch-page'
import { lookInto } from '#main/import/look-into'
import type { Application } from './application.ts'

export function sourceServices(application: Application): Pick<Services, 'source.preview' | 'source.fetch'> {
  const { settings } = application
  return {
    'source.preview': async ({ content }) => {
      const looked = await lookInto(content, settings.knownColumns, application.reader)
      return application.jobs.run({ kind: 'preview', looked })
    },

    'source.fetch': async ({ address }) => {
      if (settings.offline) {
        throw new Refusal(
          'cancelled',
          'You work offline, so nothing is fetched. Change that under your name, or save the page and import the file.',
        )
      }
      const { bytes, fileName, url, redirects, charset } = await fetchPage(address)
      return {
        name: fileName,
        bytes: Buffer.from(bytes).toString('base64'),
        url,
        redirects,
        charset: charset ?? null,
      }
    },
  }
}
