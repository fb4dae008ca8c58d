import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Services, ShippedWork } from '#app/contract'
import { Refusal } from '#app/failure'
import type { Application } from './application.ts'
import { rendererFolder } from './pages.ts'
import { releasesPage } from './version.ts'

/** Where a build leaves what it has bundled (main/pack/shipped-works.ts); in each of these folders beside the renderer's. */
const BUILT = ['main', 'renderer']

export function aboutServices(application: Application): Pick<Services, 'about.works' | 'about.releases'> {
  return {
    'about.works': () => shippedWorks(join(rendererFolder(), '..')),
    'about.releases': async () => {
      const { showPage } = application.host
      if (!showPage || !releasesPage) {
        throw new Refusal(
          'not-found',
          'This Assay does not know where its releases are. Ask where you had it from.',
        )
      }
      await showPage(releasesPage)
      return null
    },
  }
}

/** What is in the build: each work once, Assay first, then by name. */
export function shippedWorks(out: string): ShippedWork[] {
  const works = new Map<string, ShippedWork>()
  for (const part of BUILT) {
    const path = join(out, part, 'licences.json.gz')
    if (!existsSync(path))
      throw new Refusal('not-found', 'The window is not built yet. Run `npm run build` first.')
    // Written by our own build.
    for (const work of JSON.parse(String(gunzipSync(readFileSync(path)))) as ShippedWork[])
      works.set(`${work.name} ${work.version}`, work)
  }
  const rank = ({ name }: ShippedWork) => (name === 'Assay' ? '' : name.toLowerCase().replace(/^@/, ''))
  return [...works.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}
