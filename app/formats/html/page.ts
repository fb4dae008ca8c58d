/** The frame of the reading copy: head, choices, figures, codebook, contents. */
import type { Attribute } from '../../model/attribute.ts'
import { attributesOf, type Codebook } from '../../model/codebook.ts'
import type { Label } from '../../model/label.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import type { Figures } from '../figures.ts'
import type { WriteOptions } from '../format.ts'
import { count, counted, percent, titleOf } from '../report/words.ts'
import { type Html, html } from './html-writer.ts'

export const CSP =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'none'; base-uri 'none'; form-action 'none'"

/** The choices, which the styles read: a box for each label, each annotator, and the signs of coverage. */
export function sidebar({ labels, annotators, ...figures }: Figures): Html {
  return html`<aside class="side" aria-label="Contents and choices">
<nav aria-label="Sections"><ul><li><a href="#figures">Figures</a></li><li><a href="#codebook">Codebook</a></li><li><a href="#contents">Articles</a> <span class="soft">${count(figures.articles)}</span></li></ul></nav>
<fieldset><legend>Labels</legend>${labels.map(({ label, annotations }, index) =>
    choice(`l${index}`, html`<span class="swatch c-${label.colour}">${label.name}</span>`, annotations),
  )}</fieldset>
<fieldset><legend>Annotators</legend>${annotators.map(({ name, annotations }, index) =>
    choice(`by${index}`, html`<span dir="auto">${name}</span>`, annotations),
  )}</fieldset>
<fieldset><legend>Coverage</legend>${choice('signs', html`<span>Signs of reading</span>`)}
<p class="hint"><b>✓</b> read, no label · <b>?</b> cannot be judged</p></fieldset>
<p class="hint">Boxes hide and show annotations here; the file stays as it is. Point at an annotation to see what belongs to it.</p>
</aside>`
}

const choice = (id: string, name: Html, number?: number): Html =>
  html`<label class="choice"><input type="checkbox" id="${id}" checked>${name}${number !== undefined && html`<span class="count">${count(number)}</span>`}</label>\n`

export const masthead = ({ project }: Corpus, { at, version }: WriteOptions, figures: Figures): Html =>
  html`<header class="masthead"><h1 dir="auto">${project.name}</h1>
<p>${counted(figures.annotations, 'annotation')} in ${counted(figures.articles, 'article')}. Written by Assay ${version} on <time datetime="${at}">${at.slice(0, 10)}</time>.</p></header>
`

export function figuresSection(figures: Figures): Html {
  const { sentences, decided, published } = figures
  const main: [string, string][] = [
    ['articles', count(figures.articles)],
    ['with annotations', count(figures.annotated)],
    ['sentences', count(sentences)],
    ['of them read', percent(decided, sentences)],
    ['annotations', count(figures.annotations)],
    ['annotators', count(figures.annotators.length)],
  ]
  return html`<section id="figures" aria-labelledby="figures-h"><h2 id="figures-h">Figures</h2>
<dl class="figures">${main.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${published && html`<p class="soft">Published ${published.from} to ${published.to}.</p><br>`}${labelTable(figures)}${coverageTable(figures)}</section>
`
}

function labelTable({ labels, annotators }: Figures): Html {
  const most = Math.max(1, ...labels.map(one => one.annotations))
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Annotations by label and annotator"><table><caption>Annotations by label and annotator</caption>
<thead><tr><th scope="col">Label</th>${annotators.map(one => html`<th scope="col" class="n" dir="auto">${one.name}</th>`)}<th scope="col" class="n">All</th><th scope="col"><span class="soft">Share</span></th></tr></thead>
<tbody>${labels.map(
    ({ label, by, annotations }) =>
      html`<tr><th scope="row"><span class="swatch c-${label.colour}">${label.name}</span></th>${by.map(number => html`<td class="n">${count(number)}</td>`)}<td class="n">${count(annotations)}</td><td class="bar"><meter class="c-${label.colour}" max="${most}" value="${annotations}" aria-label="${label.name}: ${count(annotations)}"></meter></td></tr>\n`,
  )}</tbody></table></div>
`
}

function coverageTable({ annotators }: Figures): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Coverage by annotator"><table><caption>Coverage: sentences of the articles that each annotator has begun</caption>
<thead><tr><th scope="col">Annotator</th>${['Articles', 'With a label', 'Read, no label', 'Cannot be judged', 'Not read', 'Read'].map(name => html`<th scope="col" class="n">${name}</th>`)}</tr></thead>
<tbody>${annotators.map(({ name, articles, standings }) => {
    const read = standings.tagged + standings.read + standings['cannot-judge']
    const cells = [articles, standings.tagged, standings.read, standings['cannot-judge'], standings.open]
    return html`<tr><th scope="row" dir="auto">${name}</th>${cells.map(cell => html`<td class="n">${count(cell)}</td>`)}<td class="n">${percent(read, read + standings.open)}</td></tr>\n`
  })}</tbody></table></div>
`
}

export function codebookSection(codebook: Codebook): Html {
  return html`<section id="codebook" aria-labelledby="codebook-h"><h2 id="codebook-h">Codebook</h2>
<div class="entries">${codebook.labels.map(label => labelEntry(label, codebook))}</div>
${codebook.attributes.length > 0 && html`<br><h3>Attributes</h3><br><div class="entries">${codebook.attributes.map(attributeEntry)}</div>`}</section>
`
}

function labelEntry(label: Label, codebook: Codebook): Html {
  const parent = codebook.labels.find(one => one.id === label.parent)
  const attributes = attributesOf(codebook, label.id).filter(one => one.labels.length > 0)
  const list = (lines: readonly string[]) =>
    html`<ul>${lines.map(one => html`<li dir="auto">${one}</li>`)}</ul>`
  const facts: [string, HtmlOrText][] = [
    ['Kind of', parent?.name ?? ''],
    ['When it applies', label.inclusion],
    ['When it does not', label.exclusion],
    ['Examples', label.examples.length > 0 ? list(label.examples) : ''],
    ['No examples of it', label.counterexamples.length > 0 ? list(label.counterexamples) : ''],
    ['Attributes of its own', attributes.map(one => one.name).join(', ')],
  ]
  return html`<div class="entry"><h3><span class="swatch c-${label.colour}" dir="auto">${label.name}</span>${label.retired && html`<span class="soft">retired</span>`}</h3>${label.summary !== '' && html`<p dir="auto"><b>${label.summary}</b></p>`}${label.definition !== '' && html`<p dir="auto">${label.definition}</p>`}${factList(facts)}</div>
`
}

type HtmlOrText = Html | string

const factList = (facts: readonly (readonly [string, HtmlOrText])[]): Html | false => {
  const known = facts.filter(([, value]) => value !== '')
  return (
    known.length > 0 &&
    html`<dl>${known.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)}</dl>`
  )
}

const attributeEntry = ({ name, definition, choices }: Attribute): Html =>
  html`<div class="entry"><h3 dir="auto">${name}</h3>${definition !== '' && html`<p dir="auto">${definition}</p>`}${factList([['Choices', choices.join(' · ')]])}</div>
`

/** An entry of the contents for an article, by its number from 1. */
export const contentsEntry = ({ article, annotations }: AnnotatedArticle, number: number): Html =>
  html`<li><a href="#a${number}" dir="auto">${titleOf(article)}</a> <span class="soft">${count(annotations.length)}</span></li>
`
