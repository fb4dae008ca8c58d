import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { guardFor } from './guard.ts'

const HOST = '127.0.0.1:4000'

/** A guard, whose clock a test sets, and a question to it. */
function guarded() {
  const clock = { now: 0 }
  const guard = guardFor(
    () => 4000,
    () => clock.now,
  )
  const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
    // As much of a request as the guard looks at.
    guard.refusal({ url, method, headers: { host: HOST, ...headers } } as unknown as IncomingMessage)
  const cookie = `assay-4000=${guard.token}`
  let guesses = 0
  const guess = (times: number) => {
    for (let n = 0; n < times; n++) ask(`/?token=guess-${guesses++}`)
  }
  return { clock, ask, cookie, guess, token: guard.token }
}

test('after too many wrong tokens the right one is not taken either, until the minute is over', () => {
  const { clock, ask, guess, token } = guarded()
  guess(20)
  expect(ask(`/?token=${token}`)).toBeUndefined()
  guess(1)
  expect(ask(`/?token=${token}`)).toBe(429)
  clock.now += 61_000
  expect(ask(`/?token=${token}`)).toBeUndefined()
})

test('a page that guesses locks nobody out who is in', () => {
  const { ask, cookie, guess } = guarded()
  guess(1000)
  expect(ask('/events', { cookie })).toBeUndefined()
})

test('whoever guesses cookies is stopped too', () => {
  const { ask, cookie } = guarded()
  for (let n = 0; n < 21; n++) ask('/events', { cookie: `assay-4000=${n}` })
  expect(ask('/events', { cookie })).toBe(429)
})

test('a window that an earlier start left open asks again and again, and locks nobody out', () => {
  const { ask, cookie } = guarded()
  for (let n = 0; n < 1000; n++) expect(ask('/events', { cookie: 'assay-4000=of-before' })).toBe(403)
  expect(ask('/events', { cookie })).toBeUndefined()
})

test('a token is compared by its bytes, whatever characters are given', () => {
  const { ask } = guarded()
  expect(ask(`/?token=${encodeURIComponent('é'.repeat(43))}`)).toBe(403)
  expect(ask('/?token=')).toBe(403)
  expect(ask('/?token')).toBe(403)
})

test('the cookie of another port, or a token in another place, opens nothing', () => {
  const { ask, token } = guarded()
  expect(ask('/events', { cookie: `assay-4001=${token}` })).toBe(403)
  expect(ask(`/events?token=${token}`)).toBe(403)
  expect(ask(`/index.html?token=${token}`)).toBe(403)
  expect(ask(`/?token=${token}`, { origin: `http://${HOST}` }, 'POST')).toBe(403)
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  [
    'a page on another port of this computer, to which the browser sends the cookie',
    { 'sec-fetch-site': 'same-site' },
  ],
  ['another origin', { origin: 'http://127.0.0.1:4001' }],
  ['a page without an origin', { origin: 'null' }],
  ['the same address by another scheme', { origin: `https://${HOST}` }],
])('%s is refused, even with the cookie', (_, headers) => {
  const { ask, cookie } = guarded()
  expect(ask('/events', { cookie, ...headers })).toBe(403)
  expect(ask('/call/history.undo', { cookie, ...headers }, 'POST')).toBe(403)
})

test.each([
  'evil.example',
  'evil.example:4000',
  '127.0.0.1',
  '127.0.0.1:4001',
  '127.0.0.1:4000.evil.example',
  '[::1]:4000',
  '0.0.0.0:4000',
  '',
])('the host name “%s” is refused, as DNS rebinding would bring it', host => {
  const { ask, cookie, token } = guarded()
  expect(ask(`/?token=${token}`, { host, cookie })).toBe(400)
})

test('what cannot be read as an address is refused, and is no fault', () => {
  const { ask, cookie } = guarded()
  for (const url of ['//[', 'http://[/']) expect(ask(url, { cookie })).toBe(400)
})
