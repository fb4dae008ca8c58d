import { expect, test } from 'vitest'
import { fixture, paragraphsOf, readOne } from '../test/fixture.ts'
import { STORY } from '../test/news-pages.ts'

test('a mail is its plain text, with subject, sender and date', async () => {
  expect(await readOne(fixture('python.eml'), 'python.eml')).toEqual({
    text: 'Der Rat hat den Deich beschlossen.\n\nDie Arbeiten beginnen im März.',
    metadata: { title: 'Rat beschließt Deich', author: 'Ida Brandt', published: '2026-11-24T07:30:00Z' },
  })
})

test('a mail in HTML only is read without its styles and scripts', async () => {
  const draft = await readOne(fixture('python-html.eml'), 'python-html.eml')
  expect(paragraphsOf(draft)).toEqual(['The council decided.', 'Work begins in March.'])
})

test('a page that Chromium saved as one file is read like a page', async () => {
  const draft = await readOne(fixture('chromium.mhtml'), 'chromium.mhtml')
  expect(paragraphsOf(draft)).toEqual(STORY)
  expect(draft.metadata).toMatchObject({ title: 'Council rebuilds levee', language: 'en' })
})

test('the frames of a saved page are not read', async () => {
  const part = (body: string) =>
    `------B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://ferry.example/\r\n\r\n<html><body>${body}</body></html>\r\n`
  const mhtml = `Snapshot-Content-Location: https://ferry.example/levee\r\nSubject: Levee\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----B"\r\n\r\n${part('<p>The council decided.</p>')}${part('<p>Buy this.</p>')}------B--\r\n`
  expect(await readOne(mhtml, 'a.mhtml')).toEqual({
    text: 'The council decided.',
    metadata: { title: 'Levee', url: 'https://ferry.example/levee' },
  })
})
