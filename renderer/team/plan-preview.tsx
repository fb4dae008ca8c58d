import type { ReactNode } from 'react'
import type { Input } from '#app/contract'
import { say, sayNumber } from '../messages/messages.ts'
import { useAsked } from '../use-asked.ts'

interface PlanPreviewProps {
  /** Null where not all is said yet. */
  readonly asked: Input<'assign.plan'> | null
  /** What makes it so. */
  readonly children: ReactNode
}

/** Who would get what, as it is said. */
export function PlanPreview({ asked, children }: PlanPreviewProps) {
  const { value, failure } = useAsked('assign.plan', asked)
  if (asked === null) return <p className="team-hint">{say('assign.nobody-yet')}</p>
  if (failure) return <p className="problem">{failure.message}</p>
  if (!value) return <p className="team-hint">{say('assign.planning')}</p>
  return (
    <>
      <table className="assign-table" aria-label={say('assign.plan')}>
        <thead>
          <tr>
            <th scope="col">{say('assign.annotator')}</th>
            <th scope="col">{say('assign.articles')}</th>
            <th scope="col">{say('assign.sentences')}</th>
            <th scope="col">{say('assign.of-overlap')}</th>
          </tr>
        </thead>
        <tbody>
          {value.recipients.map(({ name, isNew, articles, sentences, overlap }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are in the order in which people were named
            <tr key={place}>
              <th scope="row" dir="auto">
                {isNew ? say('assign.new', { name }) : name}
              </th>
              <td>{sayNumber(articles)}</td>
              <td>{sayNumber(sentences)}</td>
              <td>{sayNumber(overlap)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="team-ways">{children}</div>
    </>
  )
}
