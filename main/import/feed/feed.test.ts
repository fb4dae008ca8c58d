import { expect, test } from 'vitest'
import { readSource } from '../source.ts'
import { readOne } from '../test/fixture.ts'

test('RSS: the full text of each item, else its description, with where and when', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily Ferry</title><language>en</language>
    <image><title>Logo</title><link>https://ferry.example/logo</link></image>
    <item><title>Levee &amp; council</title><link>https://ferry.example/levee</link><dc:creator>Ida Brandt</dc:creator>
      <pubDate>Tue, 24 Nov 2026 08:00:00 +0100</pubDate><description>Short.</description>
      <content:encoded><![CDATA[<p>The council decided.</p><p>Work begins in March.</p><script>x()</script>]]></content:encoded></item>
    <item><title>Trams</title><description>&lt;p&gt;No trams.&lt;/p&gt;</description></item>
    <item><title>Nothing</title></item></channel></rss>`
  expect(await readSource(new TextEncoder().encode(rss), 'feed.xml')).toEqual([
    {
      text: 'The council decided.\n\nWork begins in March.',
      metadata: {
        title: 'Levee & council',
        source: 'The Daily Ferry',
        author: 'Ida Brandt',
        url: 'https://ferry.example/levee',
        published: '2026-11-24T07:00:00Z',
        language: 'en',
      },
    },
    { text: 'No trams.', metadata: { title: 'Trams', source: 'The Daily Ferry', language: 'en' } },
  ])
})

test('Atom: XHTML content, names of authors, the link to the page itself', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Die Fähre</title>
    <entry><title type="html">&lt;b&gt;Deich&lt;/b&gt;</title><link rel="edit" href="https://no.example"/><link href="https://ferry.example/deich"/>
    <author><name>Ida</name></author><published>2026-11-24T08:00:00Z</published><updated>2026-11-25T08:00:00Z</updated>
    <content type="xhtml"><div><p>Der Rat &amp; die Stadt.</p><p>Im März.</p></div></content></entry></feed>`
  expect(await readOne(atom, 'feed.atom')).toEqual({
    text: 'Der Rat & die Stadt.\n\nIm März.',
    metadata: {
      title: 'Deich',
      source: 'Die Fähre',
      author: 'Ida',
      url: 'https://ferry.example/deich',
      published: '2026-11-24T08:00:00Z',
      language: 'de',
    },
  })
})

test('XML that is no feed is refused', async () => {
  await expect(readOne('<?xml version="1.0"?><catalog/>', 'a.xml')).rejects.toThrow(/no feed/)
})
