/** The parts of the view that are rows of figures. */
import { useState } from 'react'
import type { AttributePairReport } from '#app/agreement/attribute-report'
import type { AgreementOverview, ArticleAgreement } from '#app/contract'
import { call } from '../door.ts'
import { type MessageId, say } from '../messages/messages.ts'
import { openPlace } from '../register/elsewhere.ts'
import { Pager } from '../register/pager.tsx'
import { useCodebook } from '../shell/session-store.ts'
import { Choice } from '../ui/choice.tsx'
import { DrawingView } from './drawing-view.tsx'
import { type FigureRow, figureRows } from './drawings.ts'
import { Figure } from './figure.tsx'
import { Section } from './section.tsx'
import { SentenceList } from './sentence-list.tsx'
import { articleRows, attributeRows, labelRows, partRows, sentenceRows, spanRows } from './tables.ts'
import { allPages, usePage } from './use-page.ts'
import { colourOf, sayCategory, sayReason, sayShort } from './words.ts'

interface PartProps {
  readonly overview: AgreementOverview
  readonly names: readonly string[]
}

/** A chart, and the same figures as a table with their reasons. */
function Chart({ title, rows }: { readonly title: string; readonly rows: readonly FigureRow[] }) {
  return (
    <>
      <div className="agreement-wide">
        <DrawingView drawing={figureRows(title, rows)} />
      </div>
      <ul className="hidden" aria-label={title}>
        {rows.map(({ name, said }) => (
          <li key={name}>
            {name}: {said}
          </li>
        ))}
      </ul>
      {rows.map(({ name, result }) =>
        'undefined' in result ? (
          <p key={name} className="agreement-says">
            {say('agreement.no-figure', { name, reason: sayReason(result.undefined) })}
          </p>
        ) : null,
      )}
    </>
  )
}

export function LabelSection({ overview }: PartProps) {
  const codebook = useCodebook()
  const title = say('agreement.by-label')
  const rows = overview.labels.byCategory.map(({ category, alpha }) => ({
    name: sayCategory(codebook, category),
    colour: colourOf(codebook, category),
    ...{ result: alpha, said: sayShort(alpha) },
  }))
  return (
    <Section
      title={title}
      says={say('agreement.by-label-says')}
      rows={() => labelRows(overview)}
      drawing={figureRows(title, rows)}
    >
      <Chart title={title} rows={rows} />
    </Section>
  )
}

/** Labels that stand beside others; nothing where the codebook has none. */
export function SetsSection({ overview: { sets } }: PartProps) {
  const codebook = useCodebook()
  if (!sets) return null
  const title = say('agreement.beside')
  const rows = [
    {
      name: say('agreement.together'),
      colour: undefined,
      ...{ result: sets.alpha, said: sayShort(sets.alpha) },
    },
    ...sets.labels.map(({ part, alpha }) => ({
      name: sayCategory(codebook, part),
      colour: colourOf(codebook, part),
      ...{ result: alpha, said: sayShort(alpha) },
    })),
  ]
  return (
    <Section
      title={title}
      says={say('agreement.beside-says')}
      rows={() => partRows('label', [{ ...sets, part: '' }, ...sets.labels])}
      drawing={figureRows(title, rows)}
    >
      <Chart title={title} rows={rows} />
    </Section>
  )
}

export function TimeSection({ overview: { labels } }: PartProps) {
  const [period, setPeriod] = useState<'month' | 'week'>('month')
  const title = say('agreement.over-time')
  const parts = period === 'month' ? labels.byMonth : labels.byWeek
  const rows = parts.map(({ part, n, alpha }) => ({
    name: say('agreement.part', { part, count: n }),
    colour: undefined,
    ...{ result: alpha, said: sayShort(alpha) },
  }))
  return (
    <Section
      title={title}
      says={say('agreement.over-time-says')}
      rows={() => partRows(period, parts)}
      drawing={figureRows(title, rows)}
      tools={
        <Choice
          label={say('agreement.by')}
          value={period}
          options={[
            { value: 'month', name: say('agreement.month') },
            { value: 'week', name: say('agreement.week') },
          ]}
          onChange={setPeriod}
        />
      }
    >
      <Chart title={title} rows={rows} />
    </Section>
  )
}

export function DividedSection({ overview: { report, divided }, names }: PartProps) {
  const title = say('agreement.divided')
  const ask = (page: { readonly offset: number; readonly limit: number }) =>
    call('agreement.divided', { report, ...page })
  const all = () =>
    allPages(async page => {
      const outcome = await ask(page)
      return outcome.ok ? { ok: true, value: outcome.value.sentences } : outcome
    }, divided)
  if (divided === 0)
    return (
      <Section title={title}>
        <p className="agreement-says">{say('agreement.none-divided')}</p>
      </Section>
    )
  return (
    <Section
      title={title}
      says={say('agreement.divided-says', { count: divided })}
      rows={async () => sentenceRows(await all(), names)}
    >
      <SentenceList question={`${report} divided`} ask={ask} label={title} names={names} />
    </Section>
  )
}

const ARTICLES = 10

export function ArticleSection({ overview: { report } }: PartProps) {
  const [offset, setOffset] = useState(0)
  const { value, failure } = usePage(`${report} ${offset}`, () =>
    call('agreement.articles', { report, offset, limit: ARTICLES }),
  )
  const title = say('agreement.by-article')
  const all = () =>
    allPages<ArticleAgreement>(async page => {
      const outcome = await call('agreement.articles', { report, ...page })
      return outcome.ok ? { ok: true, value: outcome.value.articles } : outcome
    }, value?.total ?? 0)
  return (
    <Section
      title={title}
      says={say('agreement.by-article-says')}
      rows={async () => articleRows(await all())}
    >
      {failure && <p className="problem">{failure.message}</p>}
      {value && (
        <>
          <table className="agreement-table">
            <thead>
              <tr>
                <th scope="col">{say('agreement.article')}</th>
                <th scope="col">{say('agreement.sentences-head')}</th>
                <th scope="col">{say('agreement.percent')}</th>
                <th scope="col">{say('agreement.alpha')}</th>
              </tr>
            </thead>
            <tbody>
              {value.articles.map(({ part, title, n, percent, alpha }) => (
                <tr key={part}>
                  <th scope="row">
                    <button
                      type="button"
                      className="agreement-link"
                      dir="auto"
                      onClick={() => openPlace({ article: part, start: 0, end: 1 })}
                    >
                      {title}
                    </button>
                  </th>
                  <td>{n}</td>
                  <td>
                    <Figure result={percent} />
                  </td>
                  <td>
                    <Figure result={alpha} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager offset={offset} limit={ARTICLES} total={value.total} onGo={setOffset} />
        </>
      )}
    </Section>
  )
}

const SCALES: Readonly<Record<'nominal' | 'ordinal' | 'interval' | 'sets', MessageId>> = {
  nominal: 'agreement.scale-nominal',
  ordinal: 'agreement.scale-ordinal',
  interval: 'agreement.scale-interval',
  sets: 'agreement.scale-sets',
}

/** The values of attributes, of those that two annotators gave; nothing where the codebook has none that can be compared. */
export function AttributeSection({ overview: { attributes }, names }: PartProps) {
  const codebook = useCodebook()
  const given = attributes.filter(({ n }) => n > 0)
  if (attributes.length === 0) return null
  if (given.length === 0)
    return (
      <Section title={say('agreement.attributes')}>
        <p className="agreement-says">{say('agreement.no-values')}</p>
      </Section>
    )
  return (
    <Section
      title={say('agreement.attributes')}
      says={say('agreement.attributes-says')}
      rows={() => attributeRows(attributes)}
    >
      <table className="agreement-table">
        <thead>
          <tr>
            <th scope="col">{say('agreement.attribute')}</th>
            <th scope="col">{say('agreement.values')}</th>
            <th scope="col">{say('agreement.percent')}</th>
            <th scope="col">{say('agreement.alpha')}</th>
            <th scope="col">{say('agreement.in-order')}</th>
          </tr>
        </thead>
        <tbody>
          {given.map(({ attribute, scale, n, percent, alpha, ordinal, pairs }) => (
            <tr key={attribute}>
              <th scope="row" dir="auto">
                {codebook.attributes.find(({ id }) => id === attribute)?.name ?? attribute}
                <span className="agreement-scale">{say(SCALES[scale])}</span>
              </th>
              <td>{n}</td>
              <td>
                <Figure result={percent} />
              </td>
              <td>
                <Figure result={alpha} />
                <Kappas pairs={pairs} names={names} />
              </td>
              <td>{ordinal && <Figure result={ordinal} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

interface KappasProps {
  readonly pairs: readonly AttributePairReport[]
  readonly names: readonly string[]
}

function Kappas({ pairs, names }: KappasProps) {
  if (pairs.length === 0) return null
  return (
    <details className="agreement-details">
      <summary>{say('agreement.pairs')}</summary>
      <ul>
        {pairs.map(({ first, second, kappa, weighted }) => (
          <li key={`${first} ${second}`} dir="auto">
            {say('agreement.kappas', {
              pair: say('agreement.pair', { first: names[first] ?? '', second: names[second] ?? '' }),
              kappa: sayShort(kappa),
              weighted: weighted ? sayShort(weighted) : 'none',
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}

export function SpanSection({ overview: { spans }, names }: PartProps) {
  return (
    <Section
      title={say('agreement.spans')}
      says={say('agreement.spans-says')}
      rows={() => spanRows(spans, names)}
    >
      <dl className="agreement-figures">
        <div>
          <dt>{say('agreement.unitizing')}</dt>
          <dd>
            <Figure result={spans.labels} />
          </dd>
        </div>
        <div>
          <dt>{say('agreement.unitizing-boundaries')}</dt>
          <dd>
            <Figure result={spans.boundaries} />
          </dd>
        </div>
      </dl>
      <table className="agreement-table">
        <thead>
          <tr>
            <th scope="col">{say('agreement.pairs')}</th>
            <th scope="col">{say('agreement.f1-exact')}</th>
            <th scope="col">{say('agreement.f1-overlap')}</th>
          </tr>
        </thead>
        <tbody>
          {spans.pairs.map(({ first, second, exact, overlap }) => (
            <tr key={`${first} ${second}`}>
              <th scope="row" dir="auto">
                {say('agreement.pair', { first: names[first] ?? '', second: names[second] ?? '' })}
              </th>
              <td>
                <Figure result={exact} />
              </td>
              <td>
                <Figure result={overlap} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
