import { useState } from 'react'
import type { AgreementOverview } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { call } from '../door.ts'
import { say, sayNumber } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { FigureTable } from './figure-table.tsx'
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
        <FigureTable
          label={say('agreement.own')}
          columns={[
            say('agreement.annotator'),
            say('agreement.sentences-head'),
            say('agreement.percent'),
            say('agreement.kappa'),
            say('agreement.alpha'),
            say('agreement.own-otherwise'),
          ]}
          rows={consistency.map((own, row) => ({
            ...{ key: own.annotator.id, head: names[row] },
            cells: [
              { shown: say('agreement.own-count', { count: own.n, articles: own.articles }) },
              own.percent,
              own.kappa,
              own.alpha,
              {
                shown: (
                  <Otherwise
                    count={own.divided}
                    name={names[row] ?? ''}
                    shown={row === place}
                    onPress={() => setChosen(row === place ? null : own.annotator.id)}
                  />
                ),
              },
            ],
          }))}
        />
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

interface OtherwiseProps {
  readonly count: number
  readonly name: string
  /** Whether the sentences are shown. */
  readonly shown: boolean
  readonly onPress: () => void
}

/** How many sentences an annotator decided otherwise the second time; it shows them. */
const Otherwise = ({ count, name, shown, onPress }: OtherwiseProps) => (
  <Button
    kind="quiet"
    disabled={count === 0}
    pressed={shown}
    name={say('agreement.own-show', { name, count })}
    onPress={onPress}
  >
    {sayNumber(count)}
  </Button>
)
