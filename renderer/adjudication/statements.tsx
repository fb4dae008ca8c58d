import type { SentenceToDecide } from '#app/adjudication/sentences-to-decide'
import { labelSet, type Statement, sameLabels } from '#app/adjudication/statement'
import type { Adjudication } from '#app/contract'
import { annotatorNames } from '#app/model/annotator'
import { AnnotationCard, cardOf } from '../inspector/annotation-card.tsx'
import { say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { take, takeable } from './deciding.ts'

interface StatementsProps {
  readonly adjudication: Adjudication
  readonly sentence: SentenceToDecide
}

/** What everybody says of the sentence, side by side; those whose labels can be taken have a key. */
export function Statements({ adjudication: { annotators }, sentence }: StatementsProps) {
  const names = annotatorNames(annotators)
  const nameOf = ({ annotator }: Statement) => names.get(annotator) ?? annotator
  const answers = takeable(sentence)
  const others = sentence.statements.filter(one => !answers.includes(one))
  return (
    <>
      <ol className="statements" aria-label={say('adjudication.statements')}>
        {answers.map((statement, place) => (
          <li key={statement.annotator}>
            <button
              type="button"
              className="statement"
              data-taken={isTaken(sentence, statement) || undefined}
              onClick={() => take(place)}
            >
              <span className="statement-head">
                {place < 9 && <kbd>{place + 1}</kbd>}
                <span className="statement-name" dir="auto">
                  {nameOf(statement)}
                </span>
              </span>
              <Said statement={statement} />
            </button>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <ul className="statements-other">
          {others.map(statement => (
            <li key={statement.annotator} dir="auto">
              {say(
                statement.says === 'cannot-judge' ? 'adjudication.cannot-judge' : 'adjudication.not-reached',
                { name: nameOf(statement) },
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Said({ statement: { annotations } }: { readonly statement: Statement }) {
  const codebook = useCodebook()
  if (annotations.length === 0)
    return <span className="statement-nothing">{say('adjudication.nothing')}</span>
  return annotations.map(annotation => (
    <AnnotationCard key={annotation.id} {...cardOf(annotation, codebook, '')} />
  ))
}

/** Whether the gold layer has what they say. */
const isTaken = ({ decision, gold }: SentenceToDecide, { annotations }: Statement): boolean =>
  decision !== null && sameLabels(labelSet(gold.annotations), labelSet(annotations))
