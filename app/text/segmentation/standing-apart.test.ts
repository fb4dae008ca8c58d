import { describe, expect, test } from 'vitest'
import { expectSentences, sentencesOf } from './test-data/sentences-of.ts'

describe('marks inside a word end nothing', () => {
  test.each([
    [
      'addresses',
      'Visit www.example.com or https://example.com/a.b?c=D!e. | Write to press.office@example.com. | Thanks.',
    ],
    ['files and versions', 'The file config.yaml.bak needs Python 3.12.1. | Node.js and System.Text run it.'],
    ['numbers', 'It rose 3.5 percent to 1.234.567,89. | It cost $.50 at 10.30.'],
  ])('%s', (_, text) => expectSentences('en', text))
})

test('a blank that was forgotten after a sentence does not join the next', () => {
  expectSentences('en', 'We left the house.|The door was open. | It was late.|She knew.')
})

test('an address at the end of a sentence ends it before a word that begins one', () => {
  expectSentences(
    'en',
    'See https://example.com/news/ | The page is old. | Ask at the desk. | https://example.org',
  )
})

test('a message’s sender and time stand apart from it', () => {
  expectSentences('en', 'Edward Terry | 09/08/2000 09:55 AM | Please read the memo. | It is short.')
  expectSentences('en', 'The meeting on 09/08/2000 09:55 was long. | It ended.')
})

test('the fields of a form stand apart', () => {
  expectSentences('en', 'Date: 5 May | Location: Kyiv | Phone: 555 0100')
  expectSentences('en', 'He gave the location: Kyiv. | Then the date: 5 May.')
})

test('emoticons and emoji stay with what they comment on', () => {
  expectSentences('en', 'Great! :-) | See you. 😀😀 | Bye <3')
  expectSentences('en', 'I liked it :) | The rest was fine.')
})

test('a semicolon ends a sentence only where the next begins anew', () => {
  expectSentences('fr', 'Il cartographia la côte ; | La même année, il revint. | Paris ; Lyon ; Nice.')
  expectSentences('en', 'They like The Beatles; The Who; and others. | He left; she stayed.')
})

test('a row of symbols stays with the sentence before it', () => {
  expectSentences('en', 'Call now! *** !!!')
})

test('whoever writes without capitals begins sentences with small letters', () => {
  expectSentences('en', 'did anyone see this? | i did. | it was great.')
})

test('a dateline does not end at its month or agency', () => {
  expectSentences('en', "KYIV, Aug. 24 (Agency) — Ukraine's parliament passed the law. | It was signed.")
})

describe('lists', () => {
  test('in one line are split at their numbers', () => {
    expectSentences('en', '1) The first item | 2) The second item | 3) The third.')
    expectSentences('fr', '(a) Le premier point. | (b) le second point.')
  })

  test('do not split where a number only happens to follow', () => {
    expectSentences('en', '1. He came in 2. place and left. | The end.')
    expectSentences('de', '1. FC Köln steigt in die 2. Bundesliga ab.')
  })

  test('with bullets are split at them', () => {
    expectSentences('en', '• First point | • Second point')
  })

  test('one in each line keep their numbers', () => {
    expect(sentencesOf('1. Milk\n2. Bread', 'en')).toEqual(['1. Milk', '2. Bread'])
  })

  test('of a Ukrainian decree have their numbers apart, as the treebank has', () => {
    expectSentences('uk', '1. | Затвердити порядок.')
  })
})

test('a note’s number stays with the sentence it belongs to', () => {
  expectSentences('en', 'It grew fast.[12] | Then it fell.¹ | It ended.')
})

test('a brand in small letters may begin a sentence', () => {
  expectSentences('en', 'He sold it. | iPhone sales fell.')
})
