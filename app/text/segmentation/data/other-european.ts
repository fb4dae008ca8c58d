import type { LanguageData } from './language-data.ts'

export const finnish: LanguageData = {
  ordinals: true,
  leads: `dr prof tri toim.joht vrt ks esim mm ns nk nyk ent os n synt engl ruots saks ven ransk lk pj vt ts
    em ko po so hra rva nti ev kenr maj kapt ltn evl`,
  units: 'milj mrd min sek km kg t kpl',
  numbered: 'nro n:o s siv art kpl kohta luku kuva taul puh klo tammi helmi v vv',
  either: 'eaa jaa ekr jkr eKr jKr mrs oy ab oyj gt kust toim alk',
  closes: 'jne yms ym tms etc',
  starters: `se ne tämä nämä tuo nuo hän he minä sinä me te hänen heidän sen niiden ja tai mutta vaan sekä jos kun koska vaikka
    että kuka mikä missä mistä mihin miksi miten milloin millainen on oli ovat olivat ei eivät myös nyt silloin sitten
    siellä täällä tänään eilen huomenna kuitenkin lisäksi siksi niin kaikki moni jotkut toinen viime vuonna ennen jälkeen`,
}

export const estonian: LanguageData = {
  ordinals: true,
  leads: 'dr prof hr pr prl nt näit st s.o s.t vrd vt lk nn sh u ca kol kpt ltn gen hrl tlk toim',
  continuers: 'eur',
  numbered: 'nr lk p art jn tab tel ptk lg jaan veebr okt nov dets',
  either: 'a aa saj mln mld tuh eKr pKr ekr pkr as oü mtü krt',
  closes: 'jne jm jms jt etc',
  starters: `see need ta tema nad nemad ma mina sa sina me meie te teie selle nende ja ning või aga kuid vaid kui sest et kes mis
    kus kust kuhu miks kuidas millal on oli olid ei ka nüüd siis seal siin täna eile homme samuti lisaks kõik mõned pärast enne`,
}

export const hungarian: LanguageData = {
  ordinals: true,
  leads:
    'dr prof id ifj özv gr br szt ún kb ill pl vö ld ang ném fr or lat ker u tkp mín nb gen ezr alez őrgy szds',
  numbered: 'sz o old köt fej tel bek par jan febr márc ápr máj jún júl aug szept okt nov dec ábr tábl',
  either: 'kr.e kr.u i.e i.sz u.s.a kft rt zrt nyrt bt ker év mrd mill vmint',
  closes: 'stb s.a.t satöbbi',
  starters: `a az ez ezek azok ő ők én te mi ti egy és de vagy hanem azonban ha amikor mikor mert hogy ki mi hol honnan hová miért
    hogyan melyik is nem igen most akkor itt ott ma tegnap holnap már még csak sőt pedig tehát így ezért azért szerint
    minden sok néhány más volt voltak van vannak lesz után előtt bár ezután ugyanakkor`,
}

export const turkish: LanguageData = {
  ordinals: true,
  leads: `dr doç prof yrd mim alb tuğ yb bnb yzb ütğm tğm sn st bkz örn çev mah cad apt uzm op öğr arş gör
    Av Müh Gen Org Kor Tüm`,
  numbered: 'no s ss md mad böl cilt c şek tab tel sf fık bl',
  either: 'm.ö m.s a.ş ltd şti t.c a.b.d k.k.t.c yy vd hz min sa dk inc co km',
  closes: 'vb vs v.b v.s vd',
  starters: `bu şu o bunlar onlar ben sen biz siz onun onların bizim bir ve ama fakat ancak veya ya eğer çünkü için kim ne nerede
    nereden neden niçin nasıl hangi ne de da değil evet hayır şimdi sonra önce bugün dün yarın artık daha yine ayrıca
    böylece bütün tüm her bazı birçok diğer göre ise hem`,
}

export const greek: LanguageData = {
  marks: ';',
  leads:
    'κ κκ κα κ.κ δρ καθ αγ στρ ταξ συντ υπ π.χ λ.χ δηλ βλ πρβλ τ.ε αρχ ελλ αγγλ γαλλ γερμ λατ οδ λεωφ πλ τηλ περ',
  numbered: 'αρ άρθρ παρ σελ σ σσ κεφ τομ εικ πιν αριθ ν φ ιαν φεβ μαρ απρ αυγ σεπ οκτ νοε δεκ άρθ',
  either: 'μ.χ π.μ μ.μ α.ε ε.π.ε η.π.α ε.ε ο.η.ε αι χιλ εκ εκατ δισ δρχ ό.π',
  closes: 'κ.λπ κλπ κ.ά κτλ κ.ο.κ κ.τ.λ κ.α',
  starters: `ο η το οι τα του της των τον την ένας μια μία ένα αυτός αυτή αυτό αυτοί αυτές αυτά εγώ εσύ εμείς εσείς και κι αλλά ή
    όμως αν όταν όπως γιατί διότι επειδή ποιος ποια ποιο τι πού πότε πώς που σε στο στη στην στον στους στις στα από με για
    χωρίς προς μετά πριν κατά μέχρι ως επίσης τότε τώρα σήμερα χθες αύριο δεν μην ναι όχι όλοι όλα κάθε άλλοι πολλοί είναι
    ήταν έχει είχε θα να σύμφωνα ωστόσο ακόμη`,
}

export const latvian: LanguageData = {
  ordinals: true,
  leads: 'dr prof kgs sv plkv ģen piem t.i t.s sal sk red hab',
  continuers: 'eur',
  numbered: 'nr lpp p pp art sēj tālr janv febr apr aug sept okt nov dec',
  either: 'g gs gadsimts milj mljrd tūkst st min p.m.ē m.ē',
  closes: 'u.c utt u.tml',
  starters: `tas tā tie tās šis šī šie viņš viņa viņi es tu mēs jūs un bet vai ja kad jo kas kur kāpēc kā no uz ar par pēc pirms
    pie līdz arī tad tagad šodien vakar rīt nav ir bija būs visi daži`,
}

export const lithuanian: LanguageData = {
  leads:
    'dr prof doc habil p šv gen plk kun vysk pvz t.y vad red angl vok rus lot žr plg g pr al a.k inž akad',
  continuers: 'eur',
  numbered: 'nr p psl str sk pav lent tel d',
  units: 'm mėn a amž val min tūkst mln mlrd eur lt km kg proc',
  either: 'pr.kr po.kr uab ab',
  closes: 't.t ir.t.t ir.kt kt pan ir.pan',
  starters: `tai tas ta tie tos šis ši šie jis ji jie jos aš tu mes jūs ir bet ar arba jei kai nes kas kur kodėl kaip iš į su apie
    po prieš prie iki be už nuo dėl pagal taip pat tada dabar šiandien vakar rytoj ne yra buvo bus visi`,
}

export const icelandic: LanguageData = {
  ordinals: true,
  leads: 'dr próf hr frú sr sbr þ.e t.d m.a þ.á.m u.þ.b s.s skv ca',
  numbered: 'nr bls gr mgr tbl kafli jan feb mar apr jún júl ágú sep okt nóv des',
  either: 'kr millj f.kr e.kr kl ehf hf',
  closes: 'o.s.frv o.fl',
  starters: `það þau þeir þær hann hún ég þú við þið sá sú þessi þetta og en eða ef þegar því hver hvað hvar af hverju hvernig á í
    um til frá með fyrir eftir undir yfir án hér þar nú ekki já nei er var voru hefur hafa`,
}
