import type { Content, Services, SourcePreview } from '#app/contract'
import { Refusal } from '#app/failure'
import { fetchPage } from '#main/import/fetch-page'
import { lookInto } from '#main/import/look-into'
import type { Application } from './application.ts'

type SourceCalls = 'source.expect' | 'source.preview' | 'source.fetch'

/** Looked at before another text comes: all that looks at one is there then. */
const FIRST: Content = { kind: 'paste', title: '', text: 'This is looked at, and nothing of it is kept.' }

export function sourceServices(application: Application): Pick<Services, SourceCalls> {
  const { settings } = application
  async function preview(content: Content): Promise<SourcePreview> {
    const looked = await lookInto(content, settings.knownColumns, application.reader)
    return application.jobs.run({ kind: 'preview', looked })
  }
  return {
    'source.expect': () => {
      // What is wrong is told of the text that comes.
      preview(FIRST).catch(() => {})
      return null
    },

    'source.preview': ({ content }) => preview(content),

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
