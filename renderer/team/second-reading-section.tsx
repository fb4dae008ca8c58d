import { useState } from 'react'
import type { Input } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { say, sayNumber } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { sendOnce } from '../shell/outbox.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useAsked } from '../use-asked.ts'
import { numberIn, People, Stratify } from './dealing-fields.tsx'

type Asked = Input<'assign.plan-again'>

/** What the person has chosen, as it is typed. */
interface Chosen {
  /** Nobody for everybody. */
  readonly annotators: readonly AnnotatorId[]
  /** Per cent. */
  readonly part: string
  readonly stratify: Asked['terms']['stratify']
  readonly seed: string
}

const FIRST: Chosen = { annotators: [], part: '10', stratify: 'none', seed: '1' }

/** Deals a part of what annotators have to them a second time, so that they can be compared with themselves. */
export function SecondReadingSection() {
  const [chosen, setChosen] = useState(FIRST)
  const set = (changed: Partial<Chosen>) => setChosen(before => ({ ...before, ...changed }))
  return (
    <section className="team-section" aria-label={say('assign.again')}>
      <h2 className="team-title">{say('assign.again')}</h2>
      <p className="team-hint">{say('assign.again-hint')}</p>
      <People
        legend={say('assign.again-who')}
        chosen={chosen.annotators}
        onChange={annotators => set({ annotators })}
      />
      <div className="assign-terms">
        <Field label={say('assign.again-part')} value={chosen.part} onChange={part => set({ part })} />
        <Field label={say('assign.seed')} value={chosen.seed} onChange={seed => set({ seed })} />
        <Stratify value={chosen.stratify} onChange={stratify => set({ stratify })} />
      </div>
      <Plan asked={askedOf(chosen)} />
    </section>
  )
}

/** Who would read what again, as it is said, and what makes it so. */
function Plan({ asked }: { readonly asked: Asked | null }) {
  const { value, failure } = useAsked('assign.plan-again', asked)
  if (asked === null) return <p className="team-hint">{say('assign.again-numbers')}</p>
  if (failure) return <p className="team-hint">{failure.message}</p>
  if (!value) return <p className="team-hint">{say('assign.planning')}</p>
  return (
    <>
      <table className="assign-table" aria-label={say('assign.again-plan')}>
        <thead>
          <tr>
            <th scope="col">{say('assign.annotator')}</th>
            <th scope="col">{say('assign.again-of')}</th>
            <th scope="col">{say('assign.again-articles')}</th>
            <th scope="col">{say('assign.sentences')}</th>
          </tr>
        </thead>
        <tbody>
          {value.readers.map(({ annotator, of, articles, sentences }) => (
            <tr key={annotator.id}>
              <th scope="row" dir="auto">
                {annotator.name}
              </th>
              <td>{sayNumber(of)}</td>
              <td>{sayNumber(articles)}</td>
              <td>{sayNumber(sentences)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="team-ways">
        <Button onPress={() => void dealAgain(asked)}>{say('assign.deal-again')}</Button>
      </div>
    </>
  )
}

/** What was chosen, as main takes it; null where something is no number. */
function askedOf({ annotators, part, stratify, seed }: Chosen): Asked | null {
  const [percent, number] = [numberIn(part), numberIn(seed)]
  if (percent < 1 || percent > 100 || number < 0) return null
  return {
    annotators: annotators.length === 0 ? null : [...annotators],
    terms: { part: percent / 100, stratify, seed: number },
  }
}

async function dealAgain(asked: Asked): Promise<void> {
  const outcome = await sendOnce('assign.deal-again', { ...asked, job: crypto.randomUUID() })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  notify(say('assign.dealt-again', { articles: outcome.value.articles }), { undo: true })
}
