import { useState } from 'react'
import type { Annotator } from '#app/model/annotator'
import type { AnnotatorId } from '#app/model/ids'
import { call } from '../door.ts'
import { asJobOnceSaved, stopJob, type Work } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { fetchOffered } from '../shell/download.ts'
import { notify } from '../shell/notices.ts'
import { Button } from '../ui/button.tsx'
import { WorkLine } from '../ui/work.tsx'

/** What annotators start with: a file for each, or one for all. */
export function StartFiles({ annotators }: { readonly annotators: readonly Annotator[] }) {
  const [work, setWork] = useState<Work | null>(null)

  const write = async (annotator: AnnotatorId | null) => {
    const outcome = await asJobOnceSaved(setWork, job => call('assign.start-file', { annotator, job }))
    setWork(null)
    if (!outcome.ok) {
      if (outcome.failure.code !== 'cancelled') notify(outcome.failure.message, { tone: 'bad' })
      return
    }
    if (outcome.value === null) return
    fetchOffered(outcome.value)
    notify(say('assign.written', { fileName: outcome.value.fileName }))
  }

  return (
    <section className="team-section" aria-label={say('assign.start-files')}>
      <h2 className="team-title">{say('assign.start-files')}</h2>
      <p className="team-hint">{say('assign.start-files-hint')}</p>
      <ul className="colleagues">
        {annotators.map(({ id, name }) => (
          <li key={id} className="colleague">
            <span className="colleague-name" dir="auto">
              {name}
            </span>
            <span />
            <Button
              name={say('assign.write-for', { name })}
              disabled={work !== null}
              onPress={() => void write(id)}
            >
              {say('assign.write')}
            </Button>
          </li>
        ))}
      </ul>
      {work ? (
        <WorkLine label={say('assign.writing')} work={work} onStop={() => stopJob(work.job)} />
      ) : (
        <div className="team-ways">
          <Button onPress={() => void write(null)}>{say('assign.write-all')}</Button>
        </div>
      )}
    </section>
  )
}
