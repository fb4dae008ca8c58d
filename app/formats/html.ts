import type { Corpus } from './corpus.ts'
import { figuresOf } from './figures.ts'
import type { Format, WriteOptions } from './format.ts'
import { articleHtml, legendOf } from './html/article.ts'
import { type Html, html as markup } from './html/html-writer.ts'
import { CSP, codebookSection, contentsEntry, figuresSection, masthead, sidebar } from './html/page.ts'
import { styles } from './html/styles.ts'

/** One page to read the annotated corpus in, by itself: no script, nothing to load. */
export const html: Format = {
  id: 'html',
  name: 'Reading copy (HTML)',
  description: 'One page for any browser, with every annotation in colour, its note beside it, and figures.',
  extension: 'html',
  packaging: 'file',
  offsets: 'none',
  losses: ['ids', 'times', 'control characters'],
  *write(corpus, options) {
    yield { path: 'corpus.html', content: pieces(corpus, options) }
  },
}

function* pieces(corpus: Corpus, options: WriteOptions): Generator<string> {
  for (const piece of page(corpus, options)) yield typeof piece === 'string' ? piece : piece.toString()
}

/** Walks the articles three times: for the figures, the contents and the texts. */
function* page(corpus: Corpus, options: WriteOptions): Generator<Html | string> {
  const { codebook, articles } = corpus
  const figures = figuresOf(corpus)
  yield markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Assay ${options.version}">
<title>${corpus.project.name}</title>
<style>`
  // Made of numbers and our own words only, so it needs no escaping, which a style does not know.
  yield styles(figures.labels.length, figures.annotators.length)
  yield markup`</style>
</head>
<body>
<a class="skip" href="#figures">Go to the corpus</a>
<div class="page">
${masthead(corpus, options, figures)}${sidebar(figures)}
<main>
${figuresSection(figures)}${codebookSection(codebook)}<section id="contents" aria-labelledby="contents-h"><h2 id="contents-h">Articles</h2>
<ol class="contents">
`
  let number = 0
  for (const one of articles) yield contentsEntry(one, ++number)
  yield markup`</ol></section>
`
  const legend = legendOf(codebook, figures)
  number = 0
  for (const one of articles) yield* articleHtml(one, ++number, legend)
  yield markup`</main>
</div>
</body>
</html>
`
}
