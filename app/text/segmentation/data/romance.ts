import type { LanguageData } from './language-data.ts'

export const french: LanguageData = {
  leads: `M MM Mme Mmes Mlle Mlles Me Mgr Mgrs Dr Pr Prof St Ste Sts Cdt Cne Col Gal Gén Lt Cap Brig Vve c.-à-d p.ex
    ex env cf vs v resp gouv prés adj anc broch acoust adr append aux bull cam categ coll collab config
    dest dict dim dir encycl exempl graph hôp ill illustr imm imprim indus niv oct symb synth syst trav.publ voit éd édit
    équiv éval s.m.a.r.t p.-d.g`,
  units: 'hab min',
  numbered: `n no nº art al alin p pp pl vol t chap fig figs sect tél ann § bd av janv févr avr juil sept
    oct nov déc lun mar mer jeu ven sam dim réf version doc`,
  either: `j.-c av.j.-c apr.j.-c ap.j.-c s.a s.a.r.l s.n.c inc ltd cie bros jr éd boul o.n.u u.e ibid id
    op.cit loc.cit`,
  closes: 'etc',
  starters: `le la les l un une des du ce cet cette ces c il elle ils elles on nous vous je j tu son sa ses leur leurs mon
    ma mes notre votre et mais ou or donc car ni si quand lorsque comme puisque alors ainsi aussi après avant
    depuis pendant durant dans en sur sous par pour avec sans chez vers entre selon malgré outre à au aux de d qui que
    quoi où quel quelle quels quelles comment pourquoi tout toute tous toutes aucun aucune certains plusieurs
    cependant toutefois néanmoins pourtant enfin ensuite puis déjà aujourd hier demain ici là y n ne pas non oui
    plus moins très bien c'est d'après parmi grâce`,
}

export const spanish: LanguageData = {
  leads: `sr sra sres sras srta srtas D dª dña Da dr dra drs dres lic licda licdo ing arq prof profa mons
    pbro Fr gral cnel tte sgto sto sta excmo excma excmos excmas exmo exma ilmo ilma ilmos rvdo rvdmo rdo
    ldo lda lcdo lcda vda hno hna hnos Cap mtro p.ej ej v.gr cf cfr vid aprox máx mín ntra ntro Fdo Av Avda
    Ant Desc Em Emm Exc Id Mr Mrs Pdte`,
  units: 'hab min seg km kg',
  numbered: `n nº núm núms no art arts p pp pág págs párr cap caps vol vols t fig figs lám tel tfno ext § ene feb mar abr
    may jun jul ago sep sept set oct nov dic lun mié jue vie sáb dom km kg ap apdo`,
  either: `a.c d.c a.e.c e.c s.a s.l s.r.l s.a.c ee.uu UU HH OO e.u.a u.s u.s.a u.e rr.hh jj.oo ff.cc ff.aa
    cc.oo aa.vv ss.mm cía corp inc ltd ltda sdad bco depto dpto dtor prov hnos col fund vs ms mss a.m p.m
    m.a r.u ibid EE RR JJ FF CC SS AA MM`,
  closes: 'etc',
  starters: `el la los las lo un una unos unas este esta estos estas esto ese esa eso aquel aquella él ella ellos ellas yo
    tú usted ustedes nosotros su sus mi mis nuestro nuestra y e o pero sino aunque porque pues si cuando como mientras
    donde que qué quién cómo cuándo dónde cuál cuánto en de del a al con sin por para según desde hasta entre sobre
    tras ante bajo contra durante además también tampoco no sí ya así entonces luego después antes ahora hoy ayer
    mañana sin todo toda todos todas otro otra otros muchos algunos ningún ninguna es son fue era ha han había hay
    está están se le les me nos te más menos muy asimismo finalmente actualmente posteriormente`,
}

export const catalan: LanguageData = {
  leads: 'Sr Sra Srs Srta Dr Dra Prof Mn Il·lm Excm St Sta p.ex aprox cf vid Av Ctra Hble Mons',
  numbered: 'n núm art p pp pàg pàgs cap vol fig tel gen febr abr juny jul ag set oct nov des',
  either: 'a.c d.c s.a s.l ee.uu cia dep',
  closes: 'etc',
  starters: `el la els les l un una uns unes aquest aquesta aquests aquestes això ell ella ells elles jo tu vostè nosaltres
    el seu la seva i o però sinó encara perquè si quan com mentre on que què qui en de del a al amb sense per segons des
    fins entre sobre després abans avui ahir també no sí així és són va han hi ha es`,
}

export const portuguese: LanguageData = {
  leads: `sr sra srs sras srta dr dra drs dras D dª prof profa profs eng engº arq Gen cel Cap Ten sgt Maj Pe Fr mons exmo exma
    exmos ilmo ilma sto sta S n.sra V.Ex p.ex ex cf aprox máx mín dep pres gov sen Av R Al Est Rod Trav Dir Adv`,
  units: 'hab min seg km kg',
  numbered: `n nº no núm art arts p pp pág págs cap caps vol vols t fig figs tel séc § inc par jan fev mar abr mai jun
    jul ago set out nov dez km lei`,
  either: `a.c d.c s.a ltda lda cia inc corp e.u.a ee.uu u.e v.t w.c p.m a.m jr obs ref ed col org trad
    compl cx créd`,
  closes: 'etc',
  starters: `o a os as um uma uns umas este esta estes estas isto esse essa isso aquele aquela ele ela eles elas eu tu você
    vocês nós seu sua seus suas meu minha nosso nossa e ou mas porém contudo embora porque pois se quando como
    enquanto onde que quem qual em no na nos nas de do da dos das ao aos à às com sem por para pelo pela segundo desde
    até entre sobre após durante além também não sim já assim então depois antes agora hoje ontem amanhã todo toda
    todos todas outro outra muitos alguns nenhum é são foi era há ainda apesar atualmente`,
}

export const italian: LanguageData = {
  leads: `sig sigg sig.ra sig.na sig.re dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen Min gen Col Cap Ten Mar mons
    Card S SS egr gent spett ill cav comm uff magg brig p.es ad.es es cfr vd v ca fam F.lli L d.p.r
    d.l d.lgs`,
  numbered: `n nn nr num art artt p pp pag pagg cap vol fig figg tab tav sez par co comma all lett tel gen feb mar apr mag
    giu lug ago set sett ott nov dic lun mer gio ven sab dom sec prot doc liv mod`,
  either: `s.p.a s.r.l s.n.c s.a.s s.a a.c d.c u.s u.s.a c.p n.b n.d.a n.d.e n.d.t o.d.g c.c.p p.i int ver div ag mitt
    ed sc jr inc ltd corp`,
  closes: 'ecc etc',
  starters: `il lo la i gli le l un uno una questo questa questi queste quello quella quelli quelle ciò egli lui lei loro essi
    io tu noi voi suo sua suoi mio mia nostro e ed o ma però anche se quando come mentre dove perché poiché che chi cosa
    quale in nel nella nei nelle di del della dei delle a al alla ai alle da dal dalla con senza per su sul sulla tra
    fra secondo dopo prima durante oltre così allora poi ora oggi ieri domani non sì già tutto tutti tutte altri molti
    alcuni nessuno è sono era ha hanno c si inoltre infine tuttavia intanto invece`,
}

export const romanian: LanguageData = {
  leads:
    'dl dna d-na d-l dr prof ing av arh gen col lt cpt mr acad conf lect univ sf pr ps ex de.ex cca aprox cf v bd str șos cal',
  numbered:
    'nr art alin lit pct p pp pag cap vol fig tab tel ian feb mar apr iun iul aug sept sep oct noi nov dec',
  either: 'î.hr d.hr î.e.n e.n s.a s.r.l s.u.a u.e r.a mil mld min sec loc jud com',
  closes: 'etc ș.a ş.a ș.a.m.d ş.a.m.d',
  starters: `un o acest această acești aceste acesta aceasta acel acea el ea ei ele eu tu noi voi și şi sau dar însă iar ori
    dacă când cum unde ce cine care pentru că deși deşi în din de la pe cu fără prin după până între sub peste
    conform potrivit astfel apoi atunci acum azi ieri mâine nu da mai tot toate toți alt alte este sunt era a au va
    se totuși totodată`,
}
