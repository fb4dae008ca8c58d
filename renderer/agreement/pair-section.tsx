import { useState } from 'react'
import type { PairReport } from '#app/agreement/agreement-report'
import type { AgreementOverview } from '#app/contract'
import { type MessageId, say } from '../messages/messages.ts'
import { Select } from '../ui/select.tsx'
import { choosePair, useAgreement } from './agreement-store.ts'
import { walkCells } from './arrow-keys.ts'
import { tableChart } from './drawings.ts'
import { Figure } from './figure.tsx'
import { Section } from './section.tsx'
import { pairRows } from './tables.ts'
import { sayFigure } from './words.ts'

type Measure = 'kappa' | 'percent' | 'pi' | 'ac1'

const NAMES: Readonly<Record<Measure, MessageId>> = {
  kappa: 'agreement.kappa',
  percent: 'agreement.percent',
  pi: 'agreement.pi',
  ac1: 'agreement.ac1',
}
const MEASURES = ['kappa', 'percent', 'pi', 'ac1'] as const

interface PairSectionProps {
  readonly overview: AgreementOverview
  readonly names: readonly string[]
}

/** Everybody with everybody, in a table whose cells lead to what the two gave; below it the measures of the chosen pair. */
export function PairSection({ overview, names }: PairSectionProps) {
  const [measure, setMeasure] = useState<Measure>('kappa')
  const chosen = useAgreement(state => state.pair)
  const { pairs } = overview.labels
  const placeOf = (a: number, b: number) =>
    pairs.findIndex(({ first, second }) => first === Math.min(a, b) && second === Math.max(a, b))
  const cellOf = (a: number, b: number) => {
    const result = pairs[placeOf(a, b)]?.[measure]
    if (!result) return null
    return 'undefined' in result
      ? { text: '–', share: 0 }
      : { text: sayFigure(result.value), share: Math.max(0, result.value) }
  }
  const title = say('agreement.pairs')
  const drawing = tableChart({
    title: say('agreement.chart-of', { what: title, measure: say(NAMES[measure]) }),
    ...{ rowsAre: '', columnsAre: say(NAMES[measure]), rows: names, columns: names },
    cells: names.map((_, row) => names.map((_, column) => cellOf(row, column))),
  })
  const pair = pairs[chosen]
  return (
    <Section
      title={title}
      says={say('agreement.pairs-says')}
      rows={() => pairRows(overview, names)}
      drawing={drawing}
      tools={
        <div className="agreement-choice">
          <Select
            bare
            label={say('agreement.measure')}
            value={measure}
            options={MEASURES.map(value => ({ value, name: say(NAMES[value]) }))}
            onChange={setMeasure}
          />
        </div>
      }
    >
      <div className="agreement-wide">
        <table className="agreement-matrix" aria-label={title} onKeyDown={walkCells}>
          <thead>
            <tr>
              <td />
              {names.map(name => (
                <th key={name} scope="col" dir="auto">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name, row) => (
              <tr key={name}>
                <th scope="row" className="agreement-row-name" dir="auto">
                  {name}
                </th>
                {names.map((other, column) => {
                  const cell = cellOf(row, column)
                  if (!cell) return <td key={other} className="agreement-same" />
                  const place = placeOf(row, column)
                  return (
                    <td key={other} data-step={stepOf(cell.share)}>
                      <button
                        type="button"
                        className="agreement-cell"
                        data-cell={`${row}-${column}`}
                        aria-pressed={place === chosen}
                        aria-label={say('agreement.pair-cell', {
                          ...{ first: name, second: other, figure: cell.text },
                        })}
                        onClick={() => choosePair(place)}
                      >
                        {cell.text}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pair && <PairFigures pair={pair} names={names} />}
    </Section>
  )
}

function PairFigures({ pair, names }: { readonly pair: PairReport; readonly names: readonly string[] }) {
  const [first = '', second = ''] = [names[pair.first], names[pair.second]]
  return (
    <dl className="agreement-figures" aria-label={say('agreement.pair', { first, second })}>
      <div>
        <dt dir="auto">{say('agreement.pair', { first, second })}</dt>
        <dd>{say('agreement.sentences', { count: pair.n })}</dd>
      </div>
      {MEASURES.map(measure => (
        <div key={measure}>
          <dt>{say(NAMES[measure])}</dt>
          <dd>
            <Figure result={pair[measure]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** How strongly a cell is filled: 0 to 5, as in the pictures. */
export const stepOf = (share: number): number => Math.ceil(Math.max(0, Math.min(1, share)) * 5)
