import type { Difference } from '../../adjudication/differences.ts'
import { labelSet } from '../../adjudication/statement.ts'
import type { Annotator } from '../../model/annotator.ts'
import type { Article } from '../../model/article.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { DecisionCause } from '../../model/decision.ts'
import type { LabelId } from '../../model/ids.ts'
import { PAGE_STYLE } from '../codebook/page-style.ts'
import { type Html, html } from '../html/html-writer.ts'
import { CSP } from '../html/page.ts'
import { counted, languageOf, percent, titleOf } from '../report/words.ts'

/** What one annotator is told about their work. */
export interface Feedback {
  readonly annotator: Annotator
  readonly project: string
  readonly codebook: Codebook
  /** Decided sentences that the annotator has reviewed. */
  readonly compared: number
  /** Those with differences only. */
  readonly articles: readonly { readonly article: Article; readonly differing: readonly Difference[] }[]
}

/** A page of what differs between an annotator and the gold layer: one file, without script or anything from elsewhere. */
export function* feedbackPage(feedback: Feedback, { at, version }: Occasion): Generator<string> {
  const { annotator, project, compared, articles } = feedback
  const differing = articles.reduce((sum, one) => sum + one.differing.length, 0)
  const names = new Map(feedback.codebook.labels.map(({ id, name }) => [id, name]))
  yield `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Assay ${version}">
<title>Feedback for ${annotator.name}</title>
<style>
`}`
  // Of our own words only; a style knows no escaping.
  yield PAGE_STYLE
  yield `${html`</style>
</head>
<body>
<header><h1>Feedback for <bdi>${annotator.name}</bdi></h1>
<p><bdi>${project}</bdi>, as of <time datetime="${at}">${at.slice(0, 10)}</time>. Written by Assay ${version}.</p></header>
<main>
<p class="summary">${summary(compared, differing)}</p>
`}`
  for (const { article, differing: those } of articles) {
    yield `${html`<section><h2 dir="auto">${titleOf(article)}</h2>
${those.map(one => differenceHtml(one, article, names))}</section>
`}`
  }
  yield '</main>\n</body>\n</html>\n'
}

interface Occasion {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly version: string
}

function summary(compared: number, differing: number): string {
  if (compared === 0) return 'Nothing that you have reviewed has been decided yet.'
  return `Of ${counted(compared, 'decided sentence')} that you have reviewed, ${differing} (${percent(differing, compared)}) were decided otherwise.`
}

function differenceHtml(
  { sentence, text, theirs, gold, cause, reason }: Difference,
  article: Article,
  names: ReadonlyMap<LabelId, string>,
): Html {
  const lang = languageOf(article)
  const rows: [string, string][] = [
    ['You', theirs.says === 'cannot-judge' ? 'cannot be judged' : named(labelSet(theirs.annotations), names)],
    ...theirs.annotations.map(({ note }): [string, string] => ['Your note', note]),
    ['Decided', named(gold, names)],
    ['Cause', CAUSES[cause]],
    ['Reason', reason],
  ]
  const said = rows.filter(([, value]) => value.trim() !== '')
  return html`<section><h3>Sentence ${sentence + 1}</h3>
<blockquote dir="auto"${lang !== undefined && html` lang="${lang}"`}>${text}</blockquote>
<dl>${said.map(([term, value]) => html`<dt>${term}</dt><dd dir="auto">${value}</dd>`)}</dl></section>
`
}

const named = (labels: readonly LabelId[], names: ReadonlyMap<LabelId, string>): string =>
  labels.map(id => names.get(id) ?? id).join(', ') || 'no label'

const CAUSES: Readonly<Record<DecisionCause, string>> = {
  '': '',
  'guideline-gap': 'The codebook does not say',
  slip: 'A slip',
  ambiguous: 'The sentence can be read in two ways',
}
