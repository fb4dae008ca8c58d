import { describe, test } from 'vitest'
import { expectSentences } from './test-data/sentences-of.ts'

/** News of our own, with what newspapers of each language print. */
const NEWS: readonly (readonly [string, string])[] = [
  [
    'en',
    'Police said the man, 45, died at 11 p.m. Tuesday. | He was from St. Louis, Mo. | Officials gave no details.',
  ],
  [
    'en',
    '“This is wrong,” said Rep. Alexandria Ocasio-Cortez, D-N.Y. | “It must stop.” | The House votes Jan. 5.',
  ],
  ['en', 'Inflation hit 9.1%. | Rates rose to 5.25-5.5 percent. | The euro fell to $1.05. | Gold gained.'],
  ['de', 'Der Verein wurde 1. | Er feierte. | Das Spiel endete 3:1. | Trainer Klopp freute sich.'],
  ['de', 'Laut § 5 Abs. 2 Nr. 3 BGB i. V. m. Art. 20 GG ist das verboten. | Die Strafe: 500 €.'],
  ['de', 'Die CDU/CSU, die SPD u. a. Parteien stimmten zu. | Bundeskanzler a. D. Schröder fehlte.'],
  ['de', 'Er kam um 18.30 Uhr. | 25 Menschen warteten. | „Endlich!“ | Sie jubelten.'],
  ['de', 'Das kostet ca. 3 Mrd. Euro bzw. 4 Mrd. Dollar. | Ist das viel? | Ja.'],
  [
    'fr',
    'Le P.-D.G. de Renault S.A. a démissionné. | Il touchera 5 M€. | « Je pars. Je suis fatigué », a-t-il dit.',
  ],
  ['fr', 'La loi n° 2020-5 du 3 févr. 2020, art. L. 123-4, est claire. | Voir aussi J.-P. Dupont, p. 5.'],
  ['fr', "Qu'en pense l'U.E. ? | Rien. | Il est 15 h 30. | A. Martin arrive."],
  ['es', 'La Sra. D.ª Ana Ruiz, n.º 5 de la lista, ganó. | El Gobierno de EE.UU. reaccionó. | ¡Viva!'],
  ['es', 'El 5 % de la pob. mundial vive allí. | ¿Por qué? | Porque sí. | Véase pág. 5.'],
  ['it', 'Il 3 gennaio la Corte (sez. III, sent. n. 5) ha deciso. | Secondo il prof. A. Rossi, è giusto.'],
  ['it', 'L’azienda ha 500 dip. | Il fatturato è di 3,5 mld. | Che fare?'],
  [
    'pl',
    'Ustawa z dn. 5 maja 2020 r. o podatkach (Dz.U. 2020 poz. 5) obowiązuje. | Prezes M. Nowak nie zgadza się. | Dlaczego?',
  ],
  ['pl', 'Sp. z o.o. Alfa zbankrutowała. | Straciła ok. 5 tys. zł. | Wierzyciele czekają.'],
  [
    'cs',
    'Podle § 5 odst. 2 písm. a) zákona č. 5/2020 Sb. je to zakázáno. | Firma a. s. Škoda rostla. | Proč?',
  ],
  ['cs', 'Stalo se to 28. října 1918. | Vznikla republika. | Cena je 5 tis. Kč. | Lidé platí.'],
  ['ru', 'По данным на 1 янв. 2020 г., в РФ жило 146 млн чел. | Это на 5 тыс. больше. | Почему?'],
  ['ru', 'Так сказал А. И. Иванов. | Он прав. | См. п. 5 ст. 3 и др. документы. | Всё.'],
  ['ru', '«Это победа». | Премьер ушёл. | — Да! | — Нет, — ответил он.'],
  ['uk', 'За даними на 1 січ. 2020 р., в Україні жило 42 млн осіб. | Це на 5 тис. більше. | Чому?'],
  [
    'uk',
    'Постанова КМУ від 5 трав. 2020 р. № 333 набрала чинності. | Міністр О. В. Іваненко (м. Львів) задоволений.',
  ],
  ['uk', 'КИЇВ, 24 серпня (Агенція) — Рада ухвалила закон. | Його підписали о 15.30. | Депутати пішли.'],
  ['uk', 'Він народився в с. Нагуєвичі на Львівщині (тепер Дрогобицький р-н). | Помер у 1916 р.'],
  ['bg', 'Законът от 5 май 2020 г. влиза в сила. | Цената е 5 лв. | Министърът обеща. | Защо?'],
  ['hr', 'Prema čl. 5. st. 2. Zakona to je zabranjeno. | Cijena je 5 kn. | Ministar šuti. | Zašto?'],
  ['sr', 'Према чл. 5. Закона то је забрањено. | Цена је 5 дин. | Министар ћути.'],
  ['sl', 'Po 5. členu zakona je to prepovedano. | Rodil se je l. 1950 v Ljubljani. | Zakaj?'],
  ['sv', 'Priset är ca 5 milj. kr. | Regeringen svarar i dag. | Enl. statsministern är det bra. | Varför?'],
  ['da', 'Prisen er ca. 5 mio. kr. | Regeringen svarer i dag. | Ifølge § 5, stk. 2, er det forbudt.'],
  ['nb', 'Prisen er ca. 5 mill. kr. | Regjeringen svarer i dag. | Hvorfor det?'],
  ['fi', 'Hinta on n. 5 milj. euroa. | Hallitus vastaa tänään. | Ks. s. 12. | Miksi?'],
  ['el', 'Σύμφωνα με τον Ν. 4000/2020, άρθ. 5, απαγορεύεται. | Ο Κ. Μητσοτάκης διαφώνησε. | Γιατί;'],
  ['ro', 'Prețul este de 5 mil. lei. | Guvernul răspunde azi. | De ce? | S.C. Alfa S.R.L. a dat faliment.'],
  ['hu', 'Az ár kb. 5 millió Ft. | A kormány ma válaszol. | Lásd a 12. oldalt. | Miért?'],
  [
    'lt',
    'Kaina yra apie 5 mln. Eur. | Vyriausybė atsakys šiandien. | 2020 m. gegužės 5 d. įstatymas galioja. | Kodėl?',
  ],
  [
    'lv',
    'Cena ir 5 milj. eiro. | Valdība atbildēs šodien. | 2020. gada 5. maijā likums stājās spēkā. | Kāpēc?',
  ],
  ['et', 'Hind on u. 5 mln eurot. | Valitsus vastab täna. | 2020. aasta 5. mail. | Miks?'],
  [
    'nl',
    'De prijs is ca. 5 mln. euro. | De regering antwoordt vandaag. | Art. 5, lid 2, verbiedt het. | Waarom?',
  ],
  ['pt', 'O preço é de R$ 5 mi. | O governo responde hoje. | Ver pág. 5. | Por quê? | A S.A. Alfa faliu.'],
  ['id', 'Harganya Rp 5 juta. | Pemerintah menjawab hari ini. | Prof. Dr. H. Ali, M.Si., setuju. | Mengapa?'],
  ['ja', '「行こう！」と彼は言った。|彼女は笑った（本当に。）。|終わり。'],
]

describe('news is split into its sentences', () => {
  test.each(NEWS)('%s: %s', expectSentences)
})
