import type { LanguageData } from './language-data.ts'

export const ukrainian: LanguageData = {
  pointsApart: true,
  leads: `акад проф доц др канд д-р к-т св о ген полк підполк кап лейт серж бул просп пл вул пров пр пр-т
    шос смт обл р-н ім див напр тобто т.зв т.з тзв англ нім фр рос укр лат грец ісп італ яп літ дол заст нач
    зав дир пом нар ст.л п гр гр-н тов т.ч зокр порівн пор макс нац держ міськ`,
  numbered: `ч ст.ст стст абз гл розд рис табл іл кв корп буд оф каб тел дод вип том кн січ лют бер квіт трав черв лип серп вер
    жовт лист груд пн вт ср чт сб нд`,
  units: `р рр ст м с г п хв год сек тис млн млрд трлн грн коп крб дол км см мм кг т га л шт екз чол кв.м
    куб.м кв.км од`,
  either: `н.е до.н.е р.н ред упоряд прим пер вид уклад тис.грн млн.грн обл`,
  closes: 'т.д т.п т.ін ін та.ін і.т.д і.т.п',
  starters: `це цей ця ці цього той та те ті він вона воно вони ми ви я ти його її їх їхній наш ваш мій свій а але і й та або чи
    проте однак якщо коли як бо тому тому отже адже хоча поки хто що де куди звідки чому який яка яке які у в на з зі із
    до від по при про за під над між для без через після перед під крім серед щодо згідно також тоді потім тепер зараз
    нині сьогодні вчора завтра не ні так усі всі все кожен інші деякі багато було був була були є буде крім зокрема
    водночас раніше нагадаємо за загалом наразі тим таким разом`,
}

export const russian: LanguageData = {
  leads: `акад проф доц др канд д-р св о ген полк подп кап лейт серж бул просп пл ул пер пр пр-т наб шос им
    см напр т.е т.н т.к т.о т.ч т.наз англ нем фр франц русск укр лат греч исп итал яп лит зам нач зав дир
    пом мл гр гр-н тов сопр ср мин макс нац гос фам ок дер пос рожд урожд`,
  numbered: `ч ст.ст абз гл разд рис табл ил кв корп д стр с тел прил вып т кн янв фев февр мар апр июн июл авг сен сент окт
    ноя нояб дек пн вт чт пт сб вс п пп`,
  units: `г гг в вв м ч с мин сек тыс млн млрд трлн руб коп долл км см мм кг га л шт экз чел ст кв.м куб.м
    кв.км ед`,
  either: 'н.э до.н.э р.х ред сост прим изд тыс.руб млн.руб обл р-н',
  closes: 'т.д т.п пр др и.др и.пр и.т.д и.т.п проч',
  starters: `это этот эта эти этого тот та те он она оно они мы вы я ты его её ее их наш ваш мой свой а но и или однако если
    когда как потому поэтому ведь хотя пока кто что где куда откуда почему какой какая какие который в во на с со из
    к ко от по при про о об за под над между для без через после перед кроме среди согласно также тогда затем
    теперь сейчас сегодня вчера завтра не нет ни да так все всё каждый другие некоторые многие был была было были есть
    будет при том тем таким ранее напомним между впрочем кстати`,
}

export const belarusian: LanguageData = {
  leads: 'акад праф дац св ген вул пл пр гл напр г.зн імя обл р-н т.зв',
  numbered: 'арт ч гл мал табл тэл с стар студз лют сак крас чэрв ліп жн вер кастр ліст снеж',
  units: 'г гг ст м тыс млн млрд руб км кг чал',
  either: 'н.э да.н.э',
  closes: 'г.д г.п інш і.г.д і.г.п',
  starters: `${russian.starters} гэта гэты гэтая гэтыя ён яна яны што дзе калі як але і ў у з на па пасля таксама не`,
}

export const bulgarian: LanguageData = {
  leads: 'г-н г-жа г-ца д-р проф доц акад инж арх ген полк св ул бул пл гр с ж.к напр т.е т.нар вж ср им о.з',
  numbered: 'чл ал т стр с гл рис табл фиг тел бр кн том ян февр апр авг септ окт ноем дек №',
  units: 'г гг в вв лв ст хил млн млрд км кг м ч мин сек',
  either: 'пр.н.е сл.н.е н.е р.х изд ред общ обл',
  closes: 'др и.др т.н и.т.н и.пр',
  starters: `това този тази тези той тя то те ние вие аз ти неговият нейният наш ваш а но и или обаче ако когато като защото
    затова макар кой коя какво къде кога защо как в във на с със из към от по при за под над между без през след преди
    освен според също тогава после сега днес вчера утре не да така всички всеки други някои много беше бяха е са ще по`,
}

export const polish: LanguageData = {
  leads: `dr prof hab mgr inż lek doc red ks bp abp kard o św płk mjr gen por kpt ppor ppłk sierż mec p pp ul al pl os woj pow gm
    im np tj tzn tzw m.in ww w.w ok ang niem fr ros łac wł hiszp gr pol lit zob por cf vs wg dyr zast z-ca min maks br bł
    śp kom asp st mł sp`,
  numbered: `nr str s art ust pkt lit poz rozdz rys tab t tel par § zał sty lut mar kwi maj cze lip sie wrz paź lis gru pon wt śr
    czw pt sob niedz`,
  units: 'r w ww godz min sek tys mln mld bln zł gr km kg m cm szt os proc',
  either: 'n.e p.n.e r.p sp.z.o.o s.a j.w ds dz.u d.c oprac wyd',
  closes: 'itd itp in i.in etc',
  starters: `to ten ta te ci ów on ona ono oni one my wy ja ty jego jej ich nasz wasz mój swój a ale i lub albo oraz jednak jeśli
    jeżeli gdy kiedy jak bo ponieważ więc dlatego choć chociaż kto co gdzie skąd dlaczego jaki jaka jakie który która w we na
    z ze do od po przy o za pod nad między dla bez przez przed oprócz wśród według także również wtedy potem teraz dziś
    dzisiaj wczoraj jutro nie tak wszyscy wszystko każdy inni niektórzy wiele był była było byli jest są będzie został
    została podczas mimo zdaniem tymczasem ponadto poza obecnie`,
}

const czechoslovak = {
  syllabicR: true,
  ordinals: true,
  leads: `dr prof doc ing mgr bc judr mudr phdr rndr thdr paeddr mvdr pharmdr p pí sl sv gen plk pplk mjr
    kpt por npor tzv tzn tj např popř příp resp zn mj m.j cca ul nám tř vl roz nar angl něm fr šp it čes
    slov býv gen.řed napr t.j t.zn t.z vs srov viz porov red hl st ml min max kard mons`,
  continuers: 'kč kčs eur usd czk sk',
  units: 'mil mld tis hod min sek kč km kg',
  numbered:
    'č čís čl odst písm str s kap obr tab roč sv díl tel § led ún břez dub kvě čvn čvc srp zář říj list pros p.č čj sp.zn',
  either: 'r stol s.r.o a.s spol o.p.s z.s n.l př.n.l pr.n.l l.p m.n.m ed vyd j.č ph.d csc drsc mba',
  closes: 'atd apod aj atp a.i ap',
}

export const czech: LanguageData = {
  ...czechoslovak,
  starters: `to ten ta ti ty tento tato toto on ona ono oni my vy já jeho její jejich náš váš můj svůj a ale i nebo však pokud
    když jak protože proto ačkoli kdo co kde kam odkud proč jaký jaká který která v ve na z ze do od po při o za pod nad
    mezi pro bez přes před kromě podle také tak pak potom nyní teď dnes včera zítra ne ano všichni vše každý jiní někteří
    mnoho byl byla bylo byli je jsou bude s se k ke u už jen ještě tím zároveň podobně dále`,
}

export const slovak: LanguageData = {
  ...czechoslovak,
  starters: `to ten tá tí tie tento táto toto on ona ono oni my vy ja jeho jej ich náš váš môj svoj a ale i alebo však ak keď
    ako pretože preto hoci kto čo kde kam odkiaľ prečo aký aká ktorý ktorá v vo na z zo do od po pri o za pod nad medzi
    pre bez cez pred okrem podľa tiež tak potom teraz dnes včera zajtra nie áno všetci všetko každý iní niektorí veľa bol
    bola bolo boli je sú bude s so sa k ku u už len ešte tým zároveň ďalej`,
}

export const southSlavic: LanguageData = {
  syllabicR: true,
  ordinals: true,
  leads: `dr prof mr doc ing inž akad gosp g gđa gđica sv vlč o gen puk ul trg tzv tj npr odn odnosno dipl mag im st ml
    ga gdč др проф мр доц инж акад госп св ген ул тзв тј нпр одн дипл`,
  units: 'kn din eur дин mil mlrd tis мил млрд km kg',
  numbered: 'br čl st str s sl tab pogl tel č št бр чл стр тел гл',
  either: 'god g r st v stolj d.o.o d.d n.e p.n.e pr.n.e n.š год в н.е п.н.е',
  closes: 'itd i.dr dr sl i.sl idr ipd итд и.др др сл и.сл',
  starters: `to taj ta ti ovaj ova ovo on ona ono oni mi vi ja njegov njezin njen njihov naš vaš moj svoj a ali i ili no međutim
    ako kad kada kako jer zato iako tko ko što šta gdje gde zašto koji koja koje u na s sa iz do od po pri o za pod nad
    između bez kroz prije pre nakon posle osim prema također takođe tako zatim sada danas jučer juče sutra ne da svi sve
    svaki drugi neki mnogi bio bila bilo je su bit će v z pa in ali ker če tudi še že то тај та овај ова ово он она они ми
    ви а али и или међутим ако кад када како јер зато иако ко што где зашто који у на са из до од по за под над без пре
    после осим према такође сада данас не да сви све је су`,
}
