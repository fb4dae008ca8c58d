import type { LanguageData } from './language-data.ts'

export const german: LanguageData = {
  ordinals: true,
  capitalNouns: true,
  leads: `Dr Prof Dipl Hr Hrn Fr Frl Gebr St Ing Mag Phil Dir Dipl.-Ing Dipl.-Kfm Kfm Univ Hl Fürstl Kgl
    Reg.-Bez z.b d.h i.d.r u.a bzw vgl s.a s.o s.u sog ca evtl ggf ggfs inkl exkl einschl zzgl abzgl insb
    insbes bspw resp o.g u.u m.e i.a i.d.f i.s.v i.v i.r i.b i.h z.hd z.t z.z z.zt dgl entspr ehem geb gest
    verh ev kath röm röm.-kath frz engl ital span griech dt amerik chin russ schweiz österr südd nordd nördl
    südl östl westl allg eigtl urspr ursprüngl jew näml hptst staatl städt wiss techn polit wirtsch Gen Kap
    Lt Maj Oberst Präs Stellv Vors v.a p.a a.d a.m o.ä.d zw gegr erw gedr gesch gek led möbl schles schwäb
    lt gem betr bes amtl hrsg ausg bearb übers tägl jhrl mtl wg k.u.k d.ä d.j a.rh u.z n`,
  numbered: `nr art abs abschn kap bd bde s ss rn rdnr ziff lit anm aufl jg h fn tel § jan feb mär apr jun
    jul aug sep sept okt nov dez mo di mi fr sa so tab abb bsp pos ab anl bl buchst max min mind`,
  either: `mio mrd bill tsd std min sek pfd ztr dtzd stk st jh jhd jhdt jahrh str pl n.chr v.chr v.u.z n.u.z u.z v.h
    v.t e.v g.m.b.h co kg ag inc ltd corp adr abt allee bhf hbf fa fam inh proz temp gew verf rep ges akt bibl chr
    folg ff f forts univ inst med jur phil rer nat o.j o.o o.a`,
  closes: 'usw usf etc u.a.m u.v.a u.v.m uvm u.ä o.ä u.dgl dgl',
  starters: `der die das dem den des ein eine einer eines einem einen er sie es wir ihr ich du man dies diese dieser
    dieses diesem diesen jene jener jenes mein meine sein seine seiner ihre ihrer unser unsere kein keine und aber
    oder doch denn sondern sowie auch nur noch schon so da dann damit dabei dazu dagegen daher dadurch danach dort
    hier jetzt nun heute gestern morgen wenn weil als ob obwohl während nachdem bevor seit bis dass daß wer was wo wie
    warum wann welche welcher in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter gegen
    durch ohne um trotz wegen laut zwar allerdings jedoch außerdem zudem deshalb deswegen trotzdem inzwischen
    bereits ebenso insgesamt ist sind war waren hat haben hatte wird werden wurde wurden kann können soll sollte muss
    nicht nichts alle alles viele einige andere beide mehr erst später bitte ja nein`,
}

export const dutch: LanguageData = {
  leads: `dhr mevr mw mej dr drs ir ing mr prof st ds bc jhr jkvr lt kol kap gen maj pres ambt bijv bv d.w.z
    dwz o.a m.b.t i.v.m t.a.v o.l.v t.g.v n.a.v i.p.v m.i.v t.o.v i.s.m a.d.h.v z.g zgn zog resp evt excl
    incl ca vgl cf m.n m.a.w h.m z.k.h h.k.h z.m h.d nl ned fr`,
  numbered: `nr nrs art p pag blz bl afb fig hfst par dl tel lid jan feb mrt apr jun jul aug sep sept okt nov dec
    ma di wo do vr za zo`,
  either: 'jl ll n.chr v.chr mln mld min sec st str sr jr inc ltd bv nv b.v n.v v.o.f c.s cs co corp e.d e.v',
  closes: 'enz etc e.a e.d',
  starters: `de het een dit dat deze die hij zij ze wij we ik jij je u jullie er hier daar en maar of want dus toch ook
    nog al als toen dan nu wie wat waar wanneer hoe waarom welke in op aan bij met van voor na naar uit over om te
    tegen door zonder tot tijdens volgens sinds omdat hoewel terwijl nadat voordat zo niet geen wel mijn zijn haar
    ons onze hun is was waren heeft hebben had wordt werd werden kan kunnen zal moet alle veel sommige andere
    daarom daarna bovendien echter vandaag gisteren morgen`,
}

const scandinavian = {
  leads: `hr fr frk dr prof st sct skt cand adm bl.a f.eks t.ex d.v.s dvs ca evt inkl ekskl exkl eksl m.h.t
    p.g.a pga bla t.o.m fr.o.m s.k såk iht ift vedr vedk fhv tidl davæ pkt ad adj resp eks ex jf jfr jvf cf
    kgl kungl gl sv eg.l egl gm u.a bl forts i.e`,
  units: 'mio mia mill mrd mdr mkr kr tkr sek tim km kg m st pct milj mdkr',
  numbered: `nr nro s sid p pkt art stk § kap bd bind fig tab tlf tel jan feb mar apr jun jul aug sep sept okt nov dec
    mån tis ons tors fre lör sön man tir tor lør søn`,
  either: 'st inc ltd co corp a/s as ab aps jr sr e.kr f.kr e.v.t årh hf aud ufo cirka vej afd inst univ',
  closes: 'osv m.m m.fl m.v mm mv o.s.v etc o.l o.lign m.a o.d',
}

export const danish: LanguageData = {
  ...scandinavian,
  ordinals: true,
  starters: `den det de der en et jeg du han hun vi i man denne dette disse min din sin hans hendes vores deres og men
    eller for så da når hvis fordi mens efter før siden hvad hvem hvor hvornår hvorfor hvordan hvilken på om til fra
    med ved af over under mod uden her nu også kun ikke ingen alle mange nogle andre begge er var har havde bliver blev
    kan vil skal må dog derfor desuden samtidig ifølge dermed herefter derefter hr fru lad det's`,
}

export const norwegian: LanguageData = {
  ...scandinavian,
  ordinals: true,
  starters: `den det de der en et ei jeg eg du han hun ho vi dere man denne dette disse min din sin hans hennes vår
    vårt deres og men eller for så da når hvis fordi mens etter før siden hva hvem hvor når hvorfor hvordan hvilken
    på om til fra med ved av over under mot uten her nå også bare ikke ikkje ingen alle mange noen andre begge er var
    har hadde blir ble kan vil skal må dermed derfor dessuten samtidig ifølge likevel kva kven korleis`,
}

export const swedish: LanguageData = {
  ...scandinavian,
  starters: `den det de där en ett jag du han hon vi ni man denna detta dessa min din sin hans hennes vår vårt deras
    och men eller för så då när om eftersom medan efter före innan sedan vad vem var varför hur vilken på till från
    med vid av över under mot utan här nu också bara inte ingen inga alla många några andra båda är har hade blir
    blev kan vill ska måste dock därför dessutom samtidigt enligt därmed i`,
}
