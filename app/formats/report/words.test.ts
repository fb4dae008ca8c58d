import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { quoteOf, webAddress } from './annotation-facts.ts'
import { PALETTE } from './palette.ts'
import { count, percent } from './words.ts'

test('a share is never all or nothing where it is not', () => {
  expect([
    percent(0, 9),
    percent(1, 900),
    percent(1, 2),
    percent(899, 900),
    percent(9, 9),
    percent(0, 0),
  ]).toEqual([...['0 %', '<1 %', '50 %', '>99 %', '100 %', '–']])
})

test('thousands are apart', () => {
  expect([count(999), count(1_234_567)]).toEqual(['999', '1\u202f234\u202f567'])
})

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://a b',
  'https://a"onclick="x',
  ' https://a',
  'data:text/html,x',
  'https://\ud800',
])('no link is made of %j', address => {
  expect(webAddress(address)).toBeUndefined()
})

test('an address of the web is a link', () => {
  expect(webAddress('https://example.org/a?b=c&d=é')).toBe('https://example.org/a?b=c&d=é')
})

test('a quotation is cut between words, and not within a character', () => {
  expect(quoteOf('One two\nthree four', { start: 4, end: 18 }, 7)).toBe('two…')
  expect(quoteOf('😀'.repeat(50), { start: 0, end: 100 }, 41).isWellFormed()).toBe(true)
  expect(quoteOf('😀'.repeat(50), { start: 0, end: 100 }, 41)).not.toContain('\ufffd')
})

test('the colours and lines are those of the window', () => {
  const tokens = readFileSync('renderer/ui/tokens.css', 'utf8')
  for (const [name, { light, dark, line }] of Object.entries(PALETTE)) {
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`)
    expect(tokens).toMatch(new RegExp(`\\[data-colour="${name}"\\] \\{[^}]*--line-style: ${line};`))
  }
})
