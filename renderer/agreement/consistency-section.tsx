import { useState } from 'react'
import type { AgreementOverview } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { call } from '../door.ts'
import { say, sayNumber } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Figure } from './figure.tsx'
import { Section } from './section.tsx'
import { SentenceList } from './sentence-list.tsx'
import { consistencyRows } from './tables.ts'
import { coderNames } from './words.ts'

/** How far annotators agree with themselves; nothing where nobody was dealt a second reading. */
export function ConsistencySection({ overview }: { readonly overview: AgreementOverview }) {
  const [chosen, setChosen] = useState<AnnotatorId | null>(null)
  const { consistency, report } = overview
  if (consistency.length === 0) return null
  const names = coderNames(consistency.map(({ annotator }) => annotator))
  const place = consistency.findIndex(({ annotator }) => annotator.id === chosen)
  const readings = [say('agreement.first-reading'), say('agreement.second-reading')]
  const sentences = say('agreement.own-divided', { name: names[place] ?? '' })
  return (
    <Section
      title={say('agreement.own')}
      says={say('agreement.own-says')}
      rows={() => consistencyRows(consistency, names)}
    >
      <div className="agreement-wide">
        <table className="agreement-table" aria-label={say('agreement.own')}>
          <thead>
            <tr>
              <th scope="col">{say('agreement.annotator')}</th>
              <th scope="col">{say('agreement.sentences-head')}</th>
              <th scope="col">{say('agreement.percent')}</th>
              <th scope="col">{say('agreement.kappa')}</th>
              <th scope="col">{say('agreement.alpha')}</th>
              <th scope="col">{say('agreement.own-otherwise')}</th>
            </tr>
          </thead>
          <tbody>
            {consistency.map(({ annotator, articles, n, percent, kappa, alpha, divided }, row) => (
              <tr key={annotator.id}>
                <th scope="row" dir="auto">
                  {names[row]}
                </th>
                <td>{say('agreement.own-count', { count: n, articles })}</td>
                {n === 0 ? (
                  <td colSpan={3} className="figure-none">
                    {say('agreement.own-none')}
                  </td>
                ) : (
                  [percent, kappa, alpha].map((result, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns of the table
                    <td key={column}>
                      <Figure result={result} />
                    </td>
                  ))
                )}
                <td>
                  <Button
                    kind="quiet"
                    disabled={divided === 0}
                    pressed={row === place}
                    name={say('agreement.own-show', { name: names[row] ?? '', count: divided })}
                    onPress={() => setChosen(row === place ? null : annotator.id)}
                  >
                    {sayNumber(divided)}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen !== null && place >= 0 && (
        <>
          <h3 className="agreement-subtitle">{sentences}</h3>
          <SentenceList
            key={chosen}
            question={`${report} ${chosen}`}
            ask={page => call('agreement.own', { report, annotator: chosen, ...page })}
            label={sentences}
            names={readings}
          />
        </>
      )}
      <p className="agreement-says">{say('agreement.own-caveat')}</p>
      <p className="agreement-source" lang="en" dir="ltr">
        {STABILITY}
      </p>
    </Section>
  )
}

/** Where the caution is from; named in the language in which it is written. */
const STABILITY =
  'Krippendorff, K. (2004). Content Analysis: An Introduction to Its Methodology (2nd ed.), chapter 11. Sage.'
