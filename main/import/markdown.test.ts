import { expect, test } from 'vitest'
import { fixture, paragraphsOf, readOne } from './test/fixture.ts'

test('Markdown is read as the text that it stands for', async () => {
  const draft = await readOne(fixture('article.md'), 'article.md')
  expect(draft.metadata).toMatchObject({ title: 'Council rebuilds levee', author: 'Ida Brandt' })
  expect(paragraphsOf(draft).slice(0, 3).join(' ')).toMatch(
    /rebuild eleven kilometres .* in March .* A plan too small\?$/,
  )
  expect(draft.text).not.toMatch(/\*|##|\]\(/)
})

test('a first heading is the title, and is not read twice', async () => {
  expect(await readOne('# Levee\n\nThe council\n*decided*.\n', 'a.md')).toEqual({
    text: 'The council decided.',
    metadata: { title: 'Levee' },
  })
})

test('links, pictures, code, tables, quotations and markup within are resolved', async () => {
  const markdown =
    '> A [link](https://a.example) and ![picture](b.png).\n\n1. one\n2. <b>two</b>\n\n| a | b |\n|---|---|\n| c | d |\n\n    code  here\n\n<script>x()</script>\n'
  expect(paragraphsOf(await readOne(markdown, 'a.md'))).toEqual([
    'A link and .',
    'one',
    'two',
    'a b',
    'c d',
    'code  here',
  ])
})
