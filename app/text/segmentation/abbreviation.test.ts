import { describe, test } from 'vitest'
import { expectSentences } from './test-data/sentences-of.ts'

describe('a title or rank before a name does not end a sentence', () => {
  test.each([
    ['en', 'Gov. Kathy Hochul met Sen. Lindsey Graham and Lt. Col. Jones. | Mr. Biden met Dr. Fauci.'],
    ['de', 'Prof. Dr. Hans Meier, geb. in St. Gallen, traf Hrn. Schulz. | Er wurde 74.'],
    ['fr', 'M. Macron a rencontré Mme Royal et le Dr. Martin. | Ils ont parlé.'],
    ['es', 'El Sr. García y la Dra. López viven en EE. UU. desde 1990. | Son felices.'],
    ['it', 'Il sig. Rossi e il dott. Bianchi hanno visto l’on. Meloni. | È stato un successo.'],
    ['pt', 'O Sr. Silva e a Dra. Costa moram na Av. Paulista. | Eles são felizes.'],
    ['nl', 'Mr. drs. A. de Vries sprak met prof. dr. Jan Smit. | Hij is o.a. leraar.'],
    ['pl', 'Prof. dr hab. Jan Kowalski mieszka przy ul. Długiej 5. | To blisko.'],
    ['cs', 'Ing. Novák a MUDr. Dvořák bydlí v ul. Dlouhá. | Potom odešli.'],
    ['uk', 'Раніше проф. І. Франко та акад. М. Грушевський казали інше. | Це відомо.'],
    ['ru', 'Об этом сказал проф. А. С. Иванов на ул. Немецкой. | Он был прав.'],
    ['bg', 'Г-н Иванов и д-р Петров живеят на ул. Витоша. | Това е близо.'],
    ['tr', 'Prof. Dr. Ahmet Yılmaz konuştu. | Bu önemli.'],
    ['el', 'Ο κ. Μητσοτάκης μίλησε στις 5 μ.μ. στην Αθήνα. | Κανείς δεν ξέρει.'],
    ['hu', 'Dr. Kovács János és id. Nagy Pál beszélt. | Ez fontos.'],
    ['hi', 'डॉ. मनमोहन सिंह और ए. पी. जे. अब्दुल कलाम आए। | यह सच है।'],
    ['ar', 'قال د. أحمد علي إن الوضع صعب. | نعم.'],
  ])('%s', expectSentences)
})

describe('an abbreviation before a number does not end a sentence', () => {
  test.each([
    ['en', 'No. 5 Downing St. is next to No. 10. | See Fig. 3 and p. 12. | On Aug. 24 it was shown.'],
    ['de', 'Nach Art. 5 Abs. 1 GG gilt das. | Vgl. S. 12 ff. des Urteils. | Sie wohnt in der Hauptstr. 5.'],
    ['fr', 'Selon l’art. 5, al. 2, et la p. 12, c’est interdit. | Le 1er janv. 2024 aussi.'],
    ['es', 'El art. 5 y la pág. 12 lo prohíben. | Véase el núm. 7.'],
    ['pl', 'Zgodnie z art. 5 ust. 2 pkt 3 to zakazane. | Patrz rys. 5.'],
    ['uk', 'Відповідно до ст. 5 та п. 3 ч. 2 закону це заборонено. | Див. рис. 5 на с. 12.'],
    ['ro', 'Conform art. 5 alin. 2, este interzis. | Vezi pag. 12 nr. 3.'],
  ])('%s', expectSentences)
})

describe('an abbreviation that may end a sentence ends it before a word that begins one', () => {
  test.each([
    [
      'en',
      'In the U.S. Government they know. | I live in the U.S. | They do too. | Washington, D.C. | The end.',
    ],
    ['en', 'Apple Inc. Chief Executive Tim Cook praised Alphabet Inc. | He left.'],
    ['de', 'Der Umsatz betrug 3,5 Mio. Euro. | Er sank auf 2 Mio. | Das war 2020 n. Chr. | Danach stieg er.'],
    ['fr', 'Il vivait en 50 av. J.-C. | Le siècle finit. | La S.A. Dupont existe encore.'],
    ['uk', 'Позивачі, зокрема ТОВ «Ромашка» та ін., задоволені. | Гроші, майно тощо. | Суд вирішив.'],
  ])('%s', expectSentences)
})

describe('a unit ends a sentence after a number, and leads on to a name without one', () => {
  test.each([
    ['ru', 'Это было в 1995 г. | Москва росла. | Он родился в г. Москве. | Ушло 5 млн руб. | Акции упали.'],
    [
      'uk',
      'Це сталося у 2017 р. | Україна чекала. | Він живе в м. Київ. | Ціна становить 500 грн. | Дорого.',
    ],
    ['pl', 'Było to w 1999 r. | Polska rosła. | Zarobiła 5 mln zł. | Dużo.'],
  ])('%s', expectSentences)
})

test('fewer than three words before an abbreviation are no sentence', () => {
  expectSentences('uk', 'У 2017 р. Україна отримала безвіз. | Усі раділи.')
  expectSentences('en', 'At 5 a.m. Mr. Smith went to the bank. | He left at 6 p.m. | Mr. Smith slept.')
})

test('a clock time goes on before a day or a time zone', () => {
  expectSentences(
    'en',
    'The vote is at 5 p.m. Monday, or 10 a.m. EST. | It closed at 11:30 p.m. | Police arrived.',
  )
})

test('initials do not end a sentence, a word of one letter does', () => {
  expectSentences(
    'en',
    'J. K. Rowling met Albert I. Jones and George W. Bush. | It was you and I. | We knew.',
  )
  expectSentences('uk', 'Т. Г. Шевченко народився тут. | Про це сказав О. Ніколенко.')
  expectSentences('fr', 'Steven P. Novella est médecin. | Il vit ici.')
})

test('an unlisted word without a vowel is an abbreviation, but not where r and l make syllables', () => {
  expectSentences('en', 'Marine Gnrl. Jones left. | He came back.')
  expectSentences('cs', 'Je to krk. | Dobře.')
})

describe('an ordinal does not end a sentence, a number at its end does', () => {
  test.each([
    ['de', 'Am 3. Mai verlor der 1. FC Köln. | Es war im Jahr 1995. | Seite 12. | Dort steht es.'],
    ['de', 'Wilhelm II. dankte im 20. Jahrhundert ab. | Danach kam die Republik am 12. 3. 1919.'],
    [
      'cs',
      'Dne 3. května 2024 hrál v 1. lize. | Narodil se 12. 3. 1980 v Praze. | Bylo to v roce 1995. | Potom odešel.',
    ],
    ['da', 'Den 3. maj 2024 blev Christian 4. husket. | Han døde i 1875. | Det er sandt.'],
    ['fi', 'Presidentti tapasi 3. toukokuuta mm. pääministerin. | Vuonna 1995. | Hän lähti.'],
    ['hu', 'A 19. században élt. | Orbán Viktor 2024. május 5-én beszélt. | Ez igaz.'],
    ['tr', 'Cumhurbaşkanı 3. kez seçildi ve 19. yüzyılı anlattı. | Bu önemli.'],
    [
      'en',
      'It was in 1995. | Back then it cost 5. | Now it costs 3.5 percent more. | Elizabeth II. | Then Charles III.',
    ],
  ])('%s: %s', expectSentences)
})

test('capitals make no difference', () => {
  expectSentences('en', 'DR. SMITH MET MR. JONES. | THEY SPOKE.')
})

test('an unknown language has the abbreviations that cross borders', () => {
  expectSentences('', 'Dr. Smith met Prof. Müller etc. | This is it!')
  expectSentences('tlh', 'Dr. Smith left. | Qapla!')
})

test('a surname that begins like a sentence does not end the name', () => {
  expectSentences('en', 'Ursula K. Le Guin wrote it. | Robert De Niro read it.')
})
