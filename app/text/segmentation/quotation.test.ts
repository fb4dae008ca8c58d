import { describe, expect, test } from 'vitest'
import { expectSentences, sentencesOf } from './test-data/sentences-of.ts'

describe('who spoke belongs to what was said', () => {
  test.each([
    ['en', '"We will win!" she said. | "When?" asked a reporter. | "Never!" President John Smith said.'],
    ['de', '„Wir kommen wieder!“, sagte Scholz. | „Wann?“, fragte ein Reporter. | »Nie!«, rief er.'],
    ['fr', '« Nous gagnerons ! » a-t-il dit. | « Quand ? » demanda un journaliste.'],
    ['es', '—¿Vienes? —preguntó Juan. | —No —dijo ella. | «¡Nunca!», gritó.'],
    ['it', '«Quando?» ha chiesto un giornalista. | «Mai!», ha detto il premier.'],
    ['nl', '‘We winnen!’ zei de premier. | ’s Avonds ging hij naar huis.'],
    ['pl', '– Wygramy! – powiedział premier. | – Kiedy? – zapytał dziennikarz.'],
    ['cs', '„Vyhrajeme!“ řekl premiér. | „Kdy?“ zeptal se novinář.'],
    ['sv', '– Vi vinner! sa statsministern. | ”När?” frågade en reporter.'],
    ['uk', '«Ми переможемо!» — сказав президент. | — Коли? — запитав журналіст.'],
    ['ru', '«Мы победим!» — сказал президент. | — Когда? — спросил журналист.'],
    ['ko', '"정말입니까?"라고 기자가 물었다. | 그는 대답하지 않았다.'],
    ['ja', '首相は「経済は成長する。心配ない。」と述べた。|記者は質問した。'],
    ['zh', '“真的吗？”他问。|没有人回答。'],
  ])('%s', expectSentences)
})

test('a sentence after a quotation begins anew', () => {
  expectSentences('en', '"I am tired." | She looked at him. | "Why?" | He held the door.')
  expectSentences('fr', '« C’est fini. » | Le ministre a quitté la salle.')
  expectSentences('uk', '«Так». | Він пішов. | «Ні!» | Вона лишилася.')
})

test('a short quotation inside a sentence stays whole', () => {
  expectSentences('uk', '"Слава Україні! Героям слава!" – вигукнув натовп. | Усі аплодували.')
  expectSentences('en', 'The crowd shouted, "The Queen! The Queen!" and fell silent. | Then it left.')
})

test('a long statement is split into its sentences', () => {
  expectSentences(
    'en',
    '"In the wake of the flood, affordable housing in the city is scarcer than it has ever been before. | It is essential that the council comply with the agreement of 2003, and pay for it," she said.',
  )
})

test('the end of a long statement is not taken for the start of another', () => {
  const long = 'In the wake of the flood, housing is scarcer than it has ever been before in the city. '
    .repeat(4)
    .trim()
  const sentences = sentencesOf(
    `"${long}," she said. He left. Then came "the end" of it. All went home.`,
    'en',
  )
  expect(sentences.slice(-3)).toEqual(['He left.', 'Then came "the end" of it.', 'All went home.'])
})

test('a speech that is broken off ends at its quote', () => {
  expectSentences('en', 'He said, "We only wanted to—" | At this moment the door opened.')
})

describe('brackets', () => {
  test('in mid-sentence end nothing', () => {
    expectSentences('en', 'He teaches (he was an engineer. Once.) at the school. | It is near.')
    expectSentences('de', 'Das Gesetz (BGBl. I S. 123; siehe S. 5!) gilt. | Es ist neu.')
  })

  test('around a sentence are one', () => {
    expectSentences('en', 'Sales fell (see Fig. 3). | (The year before was better.) | They rose again.')
  })

  test('around a mark say nothing of the sentence', () => {
    expectSentences('en', 'The minister [...] Smith paid 5 (!) Million. | He left.')
  })

  test('left open hold nothing back', () => {
    expectSentences('en', 'He left (it was late. | She stayed. | It was dark.')
  })
})

test('a pause is no end, an ellipsis before a capital is', () => {
  expectSentences('en', 'Wait... what happened? | Nothing … | He left. | The thing is . . . I did not.')
  expectSentences('nl', '81 procent was raak. | ...en toen barstte de hel los.')
})
