import './about-dialog.css'
import { useEffect, useState } from 'react'
import type { Outcome, ShippedWork } from '#app/contract'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { showReleases } from './releases.ts'
import { useSession } from './session-store.ts'

/** Which Assay this is, and what it is made of: every work that ships, with its licence. */
export function AboutDialog() {
  const session = useSession(state => state.session)
  const [works, setWorks] = useState<Outcome<readonly ShippedWork[]> | null>(null)
  useEffect(() => void call('about.works', {}).then(setWorks), [])
  return (
    <Dialog title={say('about.title')} wide>
      <p className="about-version">{say('about.version', { version: session?.version ?? '' })}</p>
      <p>{say('about.lead')}</p>
      {session?.releases && (
        <div className="about-releases">
          <Button onPress={() => void showReleases()}>{say('about.releases')}</Button>
          <p className="about-soft">{say('about.releases-hint')}</p>
        </div>
      )}
      <section aria-label={say('about.works')} className="about-works">
        <h3 className="pane-title">{say('about.works')}</h3>
        <Works works={works} />
      </section>
    </Dialog>
  )
}

function Works({ works }: { readonly works: Outcome<readonly ShippedWork[]> | null }) {
  if (works === null) return <p className="about-soft">{say('about.loading')}</p>
  if (!works.ok) return <p className="problem">{works.failure.message}</p>
  return (
    <>
      <p className="about-soft">{say('about.works-lead', { count: works.value.length })}</p>
      <ul>
        {works.value.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                <bdi>{say('about.work', { name, version })}</bdi>
                <span className="about-licence">{licence}</span>
              </summary>
              <p className="about-text" dir="ltr">
                {text}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}
