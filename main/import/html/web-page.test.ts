import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixture, paragraphsOf, readOne } from '../test/fixture.ts'
import { BOILERPLATE, newsPages } from '../test/news-pages.ts'
import { htmlText } from './html-text.ts'
import { limitDepth } from './limit-depth.ts'

for (const { layout, html, paragraphs } of newsPages) {
  test(`a news page is read without what surrounds the article: ${layout}`, async () => {
    const draft = await readOne(html, 'page.html')
    const read = paragraphsOf(draft)
    expect(read.filter(one => paragraphs.includes(one))).toEqual(paragraphs)
    expect(BOILERPLATE.filter(words => draft.text.includes(words))).toEqual([])
    expect(read.length - paragraphs.length).toBeLessThanOrEqual(1)
  })
}

const page = (
  head: string,
  body = '<article><p>The council decided on Tuesday to rebuild the levee.</p></article>',
) => `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`

test('JSON-LD says who wrote an article, where and when', async () => {
  const json = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name: 'Ferry' },
      {
        '@type': ['NewsArticle'],
        headline: 'Council &amp; levee',
        author: [{ '@type': 'Person', name: 'Ida Brandt' }, { name: 'Jo Lind' }],
        publisher: { name: 'The Daily Ferry' },
        datePublished: '2026-11-24T08:00:00+01:00',
        mainEntityOfPage: { '@id': 'https://ferry.example/levee' },
      },
    ],
  }
  const { metadata } = await readOne(
    page(`<script type="application/ld+json">${JSON.stringify(json)}</script>`),
    'a.html',
  )
  expect(metadata).toEqual({
    title: 'Council & levee',
    author: 'Ida Brandt, Jo Lind',
    source: 'The Daily Ferry',
    url: 'https://ferry.example/levee',
    published: '2026-11-24T08:00:00+01:00',
    language: 'en-GB',
  })
})

test('OpenGraph and meta tags serve where there is no JSON-LD, and broken JSON-LD does no harm', async () => {
  const head = `<title>Council rebuilds levee | The Daily Ferry</title><script type="application/ld+json">{"@type":</script>
    <meta property="og:site_name" content="The Daily Ferry"><meta name="author" content="By Ida Brandt">
    <link rel="canonical" href="https://ferry.example/levee"><meta property="article:published_time" content="2026-11-24">`
  const { metadata } = await readOne(page(head), 'a.html')
  expect(metadata).toEqual({
    title: 'Council rebuilds levee',
    author: 'Ida Brandt',
    source: 'The Daily Ferry',
    url: 'https://ferry.example/levee',
    published: '2026-11-24',
    language: 'en-GB',
  })
})

test('a <time> tells the date where nothing else does', async () => {
  const { metadata } = await readOne(
    page(
      '',
      '<article><time datetime="2026-11-23">yesterday</time><p>The council decided on Tuesday.</p></article>',
    ),
    'a.html',
  )
  expect(metadata.published).toBe('2026-11-23')
})

test('a page that a browser saved remembers its address', async () => {
  const html = `<!DOCTYPE html>\n<!-- saved from url=(0027)https://ferry.example/levee -->\n${page('')}`
  expect((await readOne(html, 'a.html')).metadata.url).toBe('https://ferry.example/levee')
})

test('scripts, styles, forms and what is hidden are not read, and handlers are not run', async () => {
  const body =
    '<article onload="globalThis.run = 1"><p>The council decided.</p><script>globalThis.run = 1</script><style>p{}</style><p style="display:none">Hidden.</p><form><input value="x"><button onclick="globalThis.run = 1">Send</button></form><p>Work begins.</p><img src=x onerror="globalThis.run = 1"></article>'
  expect(paragraphsOf(await readOne(page('', body), 'a.html'))).toEqual([
    'The council decided.',
    'Work begins.',
  ])
  expect('run' in globalThis).toBe(false)
})

test('a page in an old encoding is read in the one that its meta tag names', async () => {
  const draft = await readOne(fixture('python-windows-1251.htm'), 'a.html')
  expect(draft.metadata.title).toBe('Рада вирішила')
  expect(draft.text).toContain('одинадцять кілометрів дамби')
})

test('a page that says UTF-8 and is not is read all the same', async () => {
  const bytes = Uint8Array.from(
    Buffer.from(
      page('<meta charset="utf-8">', '<p>Der Rat beschloss den Deich für Köln, Düsseldorf und Münster.</p>'),
      'latin1',
    ),
  )
  expect((await readOne(bytes, 'a.html')).text).toContain('Köln, Düsseldorf und Münster')
})

test('what a server says of the encoding counts more than what the page says', async () => {
  const bytes = Uint8Array.from(Buffer.from(page('<meta charset="windows-1251">', '<p>Größe</p>'), 'latin1'))
  expect((await readOne(bytes, 'a.html', { charset: 'iso-8859-1' })).text).toBe('Größe')
})

test('pandoc’s page gives the article that it was made from', async () => {
  const draft = await readOne(fixture('pandoc.htm'), 'pandoc.htm')
  expect(draft.metadata).toMatchObject({
    title: 'Council rebuilds levee',
    author: 'Ida Brandt',
    language: 'en-GB',
  })
  expect(draft.text).toContain('to give the meadows to the water.\n\nMarch: the first excavators')
  expect(draft.text).toContain('Gauge Level\n\nHarbour 7.42 m')
})

test('a page without text is refused with what to do', async () => {
  await expect(readOne(page('', '<div id="root"></div><script>render()</script>'), 'a.html')).rejects.toThrow(
    /Save it again/,
  )
})

test('100,000 nested elements are read, in time that grows with their number', async () => {
  const time = async (depth: number) => {
    const started = performance.now()
    const draft = await readOne(page('', `${'<div>'.repeat(depth)}<p>Deep down, a sentence.</p>`), 'a.html')
    expect(draft.text).toContain('Deep down, a sentence.')
    return performance.now() - started
  }
  // The computer may have much else to do.
  const fastest = async (depth: number) => Math.min(await time(depth), await time(depth), await time(depth))
  const quarter = await fastest(25_000)
  // Four times as many: were it quadratic, it would be sixteen times as long.
  expect((await fastest(100_000)) / quarter).toBeLessThan(12)
})

test('limiting the depth changes nothing in pages that people write', () => {
  for (const { html } of newsPages) expect(limitDepth(html)).toBe(html)
})

test('paragraphs come out of HTML as they went in', () => {
  const word = fc.stringMatching(/^[\p{L}\p{N}&<>"'.,]{1,8}$/u)
  const paragraph = fc.array(word, { minLength: 1, maxLength: 8 }).map(words => words.join(' '))
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 6 }), paragraphs => {
      const html = paragraphs.map(one => `<p>\n  <span>${escaped(one)}</span>\n</p>`).join('\n')
      expect(htmlText(html)).toBe(paragraphs.join('\n\n'))
    }),
  )
})
