import { describe, expect, test } from 'vitest'
import { Refusal } from '../failure.ts'
import { matchExpression } from './match-expression.ts'
import { parseQuery } from './parse-query.ts'

/** What FTS5 gets for a query. */
const said = (typed: string, title = false): string | undefined => {
  const query = parseQuery(typed, title)
  return query && matchExpression(query)
}

test.each([
  ['harbour', '"harbour"'],
  ['Harbour Bridge', '("harbour" AND "bridge")'],
  ['harbour AND bridge', '("harbour" AND "bridge")'],
  ['"harbour bridge"', '"harbour bridge"'],
  ['“harbour bridge”', '"harbour bridge"'],
  ['„гавань міст“ OR «le pont»', '("гавань міст" OR "le pont")'],
  ['harb*', '"harb" *'],
  ['"harbour br*"', '"harbour br" *'],
  ['"harbour br"*', '"harbour br" *'],
  ['a OR b c', '("a" OR ("b" AND "c"))'],
  ['a NOT b', '("a" NOT "b")'],
  ['a -b -c', '("a" NOT ("b" OR "c"))'],
  ['-b a', '("a" NOT "b")'],
  ['a -"b c" -(d OR e)', '("a" NOT ("b c" OR ("d" OR "e")))'],
  ['a NOT -b', '("a" AND "b")'],
  ['(a OR b) c', '(("a" OR "b") AND "c")'],
  ['title:bridge shut', '(title : "bridge" AND "shut")'],
  ['title:(bridge OR "old port") shut', '((title : "bridge" OR title : "old port") AND "shut")'],
  ['title:Über', 'title : "uber"'],
  ['and or not near', '("and" AND "or" AND "not" AND "near")'],
  ['covid-19', '"covid 19"'],
  ['l’eau', '"l eau"'],
  ['Halden & Sons', '("halden" AND "sons")'],
  ['东京', '"东 京"'],
  ['東京タワー', '"東 京 タ ワ ー"'],
  ['กินข้าว', '"กิ น ข้ า ว"'],
  ['العَرَبِيّة', '"العربية"'],
  ['https://example.org/a?b', '"https example org a b"'],
  ['text:secret', '"text secret"'],
] as const)('%s is %s', (typed, expression) => {
  expect(said(typed)).toBe(expression)
})

test('with “only titles”, all of it is sought there', () => {
  expect(said('bridge OR "old port"', true)).toBe('(title : "bridge" OR title : "old port")')
})

test.each(['', '   ', '…', '& - !', '""'])('“%s” asks for nothing', typed => {
  expect(parseQuery(typed)).toBeUndefined()
})

describe('what cannot be read says where and what to do', () => {
  test.each([
    ['"harbour', 0, 'quotation mark at character 1 is not closed'],
    ['old (harbour OR port', 4, '“(” at character 5 is not closed'],
    ['harbour)', 7, '“)” at character 8 closes nothing'],
    ['harbour OR', 10, 'ends where a word has to follow'],
    ['OR harbour', 0, 'OR at character 1 needs a word'],
    ['a AND AND b', 6, 'AND at character 7 needs a word'],
    ['()', 1, 'no word before the “)” at character 2'],
    ['NOT harbour', 0, 'only says what must not be there'],
    ['a OR -b', 5, 'only says what must not be there'],
    ['*bridge', 0, 'as in bridge*'],
    ['har*bour', 3, 'can only end one'],
    ['h*', 0, 'at least 2 letters'],
    ['title:', 6, 'ends where a word has to follow'],
    [`${'('.repeat(30)}a`, 20, 'more than 20 parentheses'],
    ['a'.repeat(1001), 1000, 'longer than 1000'],
  ])('%s', (typed, at, message) => {
    let thrown: unknown
    try {
      parseQuery(typed)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(Refusal)
    expect(thrown).toMatchObject({ code: 'invalid-input', details: { at } })
    expect((thrown as Refusal).message).toContain(message)
  })
})
