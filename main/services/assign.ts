import type { Services } from '#app/contract'
import { openLayers } from '#main/assign/open-layers'
import { startersOf } from '#main/assign/start-files'
import type { Application } from './application.ts'
import { fileNameOf } from './export.ts'

type AssignCalls = 'assign.deal' | 'assign.deal-again' | 'assign.start-file' | 'assign.open-layers'

export function assignServices(application: Application): Pick<Services, AssignCalls> {
  return {
    'assign.deal': async ({ job, ...dealt }) => {
      const articles = await application.inJobs({ kind: 'deal-out', ...dealt }, job)
      application.changed(null)
      return { articles, seq: application.store.lastChange() }
    },

    'assign.deal-again': async ({ job, ...dealt }) => {
      const articles = await application.inJobs({ kind: 'deal-again', ...dealt }, job)
      application.changed(null)
      return { articles, seq: application.store.lastChange() }
    },

    'assign.start-file': async ({ annotator, job }) => {
      const { store } = application
      const { annotators, blind } = startersOf(store)
      const of = annotators.filter(({ id }) => annotator === null || id === annotator)
      const whose = annotator === null ? '' : ` ${of[0]?.name ?? ''}`
      const name = `${fileNameOf(`${store.tables.project.only().name}${whose}`)}.assay.jsonl.gz`
      const place = await application.host.placeForExport(name)
      if (place === null) return null
      const key = await application.signingKey()
      const starting = { by: application.person, of: of.map(({ id }) => id), blind, key }
      const { articles, bytes } = await application.inJobs(
        { kind: 'start-file', ...starting, path: place.path },
        job,
      )
      return { articles, bytes, fileName: place.fileName, download: place.offer() }
    },

    'assign.open-layers': async () => {
      const written = await application.whenFree((store, by) =>
        openLayers(store, by, new Date().toISOString()),
      )
      application.changed(null)
      return { seq: written?.seq ?? null }
    },
  }
}
