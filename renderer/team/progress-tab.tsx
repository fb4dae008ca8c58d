import './assign.css'
import { useState } from 'react'
import type { AnnotatorProgress } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { say, sayDate, sayNumber } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import { useAsked } from '../use-asked.ts'

const PAGE = 100

/** How far everybody has come with what was dealt to them. */
export default function ProgressTab() {
  const { value, failure } = useAsked('assign.progress', {})
  const [chosen, setChosen] = useState<AnnotatorId | null>(null)
  if (failure) return <Message title={say('assign.failed')}>{failure.message}</Message>
  if (!value) return <Message title={say('assign.loading')} />
  if (value.length === 0)
    return <Message title={say('assign.no-progress')}>{say('assign.no-progress-hint')}</Message>
  const one = value.find(({ annotator }) => annotator.id === chosen)
  return (
    <div className="team-page">
      <section className="team-section" aria-label={say('assign.tab-progress')}>
        <h2 className="team-title">{say('assign.by-annotator')}</h2>
        <table className="assign-table" aria-label={say('assign.by-annotator')}>
          <thead>
            <tr>
              {(['annotator', 'done', 'begun', 'not-begun', 'sentences', 'pace', 'expected'] as const).map(
                column => (
                  <th key={column} scope="col">
                    {say(`assign.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {value.map(row => (
              <Row
                key={row.annotator.id}
                {...row}
                chosen={row === one}
                onChoose={() => setChosen(row === one ? null : row.annotator.id)}
              />
            ))}
          </tbody>
        </table>
        <p className="team-hint">{say('assign.pace-hint')}</p>
      </section>
      {one && <Articles key={one.annotator.id} {...one} />}
    </div>
  )
}

interface RowProps extends AnnotatorProgress {
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Row({
  annotator,
  articles,
  done,
  begun,
  sentences,
  reviewed,
  pace,
  expected,
  computers,
  chosen,
  onChoose,
}: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Button kind="quiet" pressed={chosen} onPress={onChoose}>
          <span dir="auto">{annotator.name}</span>
        </Button>
        {computers > 1 && <span className="team-hint">{say('assign.computers', { computers })}</span>}
      </th>
      <td>{sayNumber(done)}</td>
      <td>{sayNumber(begun)}</td>
      <td>{sayNumber(articles - done - begun)}</td>
      <td>{say('assign.part', { done: reviewed, total: sentences })}</td>
      <td>{pace === null ? '–' : sayNumber(pace, { maximumFractionDigits: 0 })}</td>
      <td>{expected === null ? '–' : sayDate(expected)}</td>
    </tr>
  )
}

/** The articles of one annotator, those least done first. */
function Articles({ annotator }: AnnotatorProgress) {
  const [wanted, setWanted] = useState(PAGE)
  const { value } = useAsked('assign.articles', {
    annotator: annotator.id,
    offset: 0,
    limit: Math.min(wanted, 500),
  })
  if (!value) return null
  const name = say('assign.articles-of', { name: annotator.name })
  return (
    <section className="team-section" aria-label={name}>
      <h2 className="team-title">{name}</h2>
      <ul className="colleagues">
        {value.articles.map(({ article, title, reviewed, sentences }) => (
          <li key={article} className="colleague">
            <span className="colleague-name" dir="auto">
              {title}
            </span>
            <span />
            <span className="team-hint">{say('assign.part', { done: reviewed, total: sentences })}</span>
          </li>
        ))}
      </ul>
      {value.articles.length < value.total && wanted < 500 && (
        <Button onPress={() => setWanted(wanted + PAGE)}>{say('assign.more')}</Button>
      )}
    </section>
  )
}
