import type { Header } from '#app/exchange/exchange-file'
import { MERGE_OUTCOMES, type MergeReport, type ReportedConflict } from '#app/exchange/merge-report'
import type { Kind } from '#app/model/record'
import { say, sayFailure, sayMoment, sayNumber } from '../messages/messages.ts'
import { Message } from '../ui/message.tsx'
import { ArticleReports } from './article-reports.tsx'
import { type GivenFile, unsealFile, useMerge } from './merge-store.ts'
import { isClosed, PassphraseForm } from './passphrase-form.tsx'
import { SignatureLine } from './signature-line.tsx'

/** What a file would bring, or brought: who sent it, sums, what contradicts, and article by article what comes. */
export function MergedFileView({ file: { id, outcome } }: { readonly file: GivenFile }) {
  const isOver = useMerge(({ result }) => result !== 'none')
  if (outcome === null) return <div aria-busy="true" />
  if (!outcome.ok && isClosed(outcome.failure))
    return isOver ? (
      <Message title={say('team.file-encrypted')}>
        <p>{say('team.file-encrypted-hint')}</p>
      </Message>
    ) : (
      <PassphraseForm onGive={given => unsealFile(id, given)} />
    )
  if (!outcome.ok)
    return (
      <Message title={say('team.refused')}>
        <p>{sayFailure(outcome.failure.message)}</p>
      </Message>
    )
  const report = outcome.value
  const { header, sameProject, conflicts, articles, articlesChanged } = report
  return (
    <div className="merge-report">
      <p>{from(header)}</p>
      <SignatureLine report={report} />
      {!sameProject && <p className="team-hint">{say('team.foreign', { project: header.project.name })}</p>}
      {isNothingNew(report) ? <p>{say('team.nothing-new')}</p> : null}
      <OutcomeTable counts={report.counts} />
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
      {articles.length > 0 && <ArticleReports articles={articles} total={articlesChanged} />}
    </div>
  )
}

function from({ by, at, project, scope }: Header): string {
  const who = say('team.from', { name: by.name, when: sayMoment(at), project: project.name })
  return scope.since === null ? who : `${who} ${say('team.since', { when: sayMoment(scope.since) })}`
}

/** The kinds of records of a report, with what became of them. */
const kindsOf = (counts: MergeReport['counts']) =>
  // Its keys are the kinds.
  (Object.keys(counts) as Kind[]).flatMap(kind => {
    const sums = counts[kind]
    return sums ? [{ kind, sums }] : []
  })

const isNothingNew = ({ counts }: MergeReport): boolean =>
  kindsOf(counts).every(({ sums }) => sums.added + sums.updated + sums.conflicting === 0)

/** How many records of each kind became what. Every one is counted once. */
function OutcomeTable({ counts }: Pick<MergeReport, 'counts'>) {
  const kinds = kindsOf(counts)
  const outcomes = MERGE_OUTCOMES.filter(outcome => kinds.some(({ sums }) => sums[outcome] > 0))
  return (
    <div className="merge-sums">
      <table>
        <caption className="hidden">{say('team.sums')}</caption>
        <thead>
          <tr>
            <td />
            {outcomes.map(outcome => (
              <th key={outcome} scope="col">
                {say(`team.outcome-${outcome}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, sums }) => (
            <tr key={kind}>
              <th scope="row">{say(`team.kind-${kind}`)}</th>
              {outcomes.map(outcome => (
                <td key={outcome} data-outcome={outcome}>
                  {sums[outcome] > 0 && sayNumber(sums[outcome])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Conflicts({ conflicts }: { readonly conflicts: readonly ReportedConflict[] }) {
  const shown = conflicts.slice(0, NAMED)
  return (
    <section aria-label={say('team.conflicts')}>
      <h3 className="merge-head">{say('team.conflicts-in-file', { count: conflicts.length })}</h3>
      <p className="team-hint">{say('team.conflicts-hint')}</p>
      <ul>
        {shown.map(({ kind, name }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of one kind may have one name, and the list stands still
          <li key={place}>{say('team.conflict-of', { kind, name })}</li>
        ))}
        {conflicts.length > NAMED && <li>{say('team.and-more', { count: conflicts.length - NAMED })}</li>}
      </ul>
    </section>
  )
}

/** Conflicts that are named here. */
const NAMED = 20
