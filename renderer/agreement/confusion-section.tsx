import { useState } from 'react'
import type { AgreementOverview, Confusion } from '#app/contract'
import type { LabelId } from '#app/model/ids'
import { call } from '../door.ts'
import { say, sayNumber } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { useAgreement } from './agreement-store.ts'
import { walkCells } from './arrow-keys.ts'
import { tableChart } from './drawings.ts'
import { stepOf } from './pair-section.tsx'
import { Section } from './section.tsx'
import { SentenceList } from './sentence-list.tsx'
import { confusionRows } from './tables.ts'
import { usePage } from './use-page.ts'
import { sayCategory } from './words.ts'

interface ConfusionSectionProps {
  readonly overview: AgreementOverview
  readonly names: readonly string[]
}

/** What the two of the chosen pair gave the same sentences; each cell leads to its sentences. */
export function ConfusionSection({ overview, names }: ConfusionSectionProps) {
  const chosen = useAgreement(state => state.pair)
  const pair = overview.labels.pairs[chosen]
  const { report } = overview
  const [first, second] = [pair?.first ?? 0, pair?.second ?? 0]
  const question = `${report} ${first} ${second}`
  const { value, failure } = usePage(question, () => call('agreement.confusion', { report, first, second }))
  if (!pair || pair.n === 0) return null
  if (failure) return <p className="problem">{failure.message}</p>
  if (!value) return null
  return <Answers key={question} confusion={value} {...{ report, first, second, names }} />
}

interface AnswersProps {
  readonly confusion: Confusion
  readonly report: string
  readonly first: number
  readonly second: number
  readonly names: readonly string[]
}

function Answers({ confusion, report, first, second, names }: AnswersProps) {
  const codebook = useCodebook()
  const { categories, counts } = confusion
  const [cell, setCell] = useState<{ readonly row: LabelId | null; readonly column: LabelId | null }>()
  const said = categories.map(category => sayCategory(codebook, category))
  const [one = '', other = ''] = [names[first], names[second]]
  const most = Math.max(1, ...counts.flat())
  const title = say('agreement.confusion', { first: one, second: other })
  const drawing = tableChart({
    ...{ title, rowsAre: one, columnsAre: other, rows: said, columns: said },
    cells: counts.map(row => row.map(count => ({ text: sayNumber(count), share: count / most }))),
  })
  return (
    <Section
      title={title}
      says={say('agreement.confusion-says', { first: one, second: other })}
      rows={() => confusionRows(confusion, one, other)}
      drawing={drawing}
    >
      <div className="agreement-wide">
        <table className="agreement-matrix" aria-label={title} onKeyDown={walkCells}>
          <thead>
            <tr>
              <td className="agreement-corner" dir="auto">
                {say('agreement.rows-columns', { first: one, second: other })}
              </td>
              {said.map((name, column) => (
                <th key={categories[column] ?? ''} scope="col" dir="auto">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((row, i) => (
              <tr key={row ?? ''}>
                <th scope="row" className="agreement-row-name" dir="auto">
                  {said[i]}
                </th>
                {categories.map((column, j) => {
                  const count = counts[i]?.[j] ?? 0
                  return (
                    <td
                      key={column ?? ''}
                      data-step={stepOf(count / most)}
                      data-agreed={i === j || undefined}
                    >
                      <button
                        type="button"
                        className="agreement-cell"
                        data-cell={`${i}-${j}`}
                        aria-pressed={cell !== undefined && cell.row === row && cell.column === column}
                        aria-label={say('agreement.confusion-cell', {
                          ...{ first: one, row: said[i] ?? '', second: other, column: said[j] ?? '', count },
                        })}
                        disabled={count === 0}
                        onClick={() => setCell({ row, column })}
                      >
                        {sayNumber(count)}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cell ? (
        <SentenceList
          key={`${cell.row} ${cell.column}`}
          question={`${report} ${first} ${second} ${cell.row} ${cell.column}`}
          ask={page => call('agreement.cell', { report, first, second, ...cell, ...page })}
          label={say('agreement.sentences-of-cell')}
          names={names}
          coders={[first, second]}
        />
      ) : (
        <p className="agreement-says">{say('agreement.choose-cell')}</p>
      )}
    </Section>
  )
}
