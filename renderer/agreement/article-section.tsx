import { useState } from 'react'
import type { AgreementOverview, ArticleAgreement } from '#app/contract'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { openPlace } from '../register/elsewhere.ts'
import { Pager } from '../register/pager.tsx'
import { type FiguresOf, FigureTable } from './figure-table.tsx'
import { Section } from './section.tsx'
import { articleRows } from './tables.ts'
import { allPages, usePage } from './use-page.ts'

const ARTICLES = 10

/** Agreement in each article, the least first. */
export function ArticleSection({ overview: { report } }: { readonly overview: AgreementOverview }) {
  const [offset, setOffset] = useState(0)
  const { value, failure } = usePage(`${report} ${offset}`, () =>
    call('agreement.articles', { report, offset, limit: ARTICLES }),
  )
  const all = () =>
    allPages<ArticleAgreement>(async page => {
      const outcome = await call('agreement.articles', { report, ...page })
      return outcome.ok ? { ok: true, value: outcome.value.articles } : outcome
    }, value?.total ?? 0)
  return (
    <Section
      title={say('agreement.by-article')}
      says={say('agreement.by-article-says')}
      rows={async () => articleRows(await all())}
    >
      {failure && <p className="problem">{failure.message}</p>}
      {value && (
        <>
          <FigureTable
            columns={[
              say('agreement.article'),
              say('agreement.sentences-head'),
              say('agreement.percent'),
              say('agreement.alpha'),
            ]}
            rows={value.articles.map(figuresOf)}
          />
          <Pager offset={offset} limit={ARTICLES} total={value.total} onGo={setOffset} />
        </>
      )}
    </Section>
  )
}

const figuresOf = ({ part, title, n, percent, alpha }: ArticleAgreement): FiguresOf => ({
  key: part,
  head: (
    <button
      type="button"
      className="agreement-link"
      dir="auto"
      onClick={() => openPlace({ article: part, start: 0, end: 1 })}
    >
      {title}
    </button>
  ),
  cells: [{ shown: n }, percent, alpha],
})
