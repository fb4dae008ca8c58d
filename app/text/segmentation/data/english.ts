import type { LanguageData } from './language-data.ts'

export const english: LanguageData = {
  holdsQuotations: true,
  labels: `address author category cc company compensation contact cost date deadline description duration email e-mail
    fax from groups group hours id job keywords length location mobile name organiser organizer phone place posted price
    published publisher rating requirements salary sent size source status subject tags tel telephone time title to topic
    type url venue website when where`,
  leads: `Adm Amb Asst Atty Brig Capt Card Cmdr Col Comdr Cpl Cpt Dep Det Dir Ens Exec Fr Gen Gov Hon Insp
    Lieut Lt Lt.Cdr Maj Messrs Mmes Mt Ofc Pfc Pres Pvt Rep Reps Res Rev Sen Sens Sgt Supt Treas Secy Assoc
    Drs Profs Govs Gens Mts Ft Pt Bro Sra Srta Rt f.e e.g i.e viz cf v approx est incl excl esp a.k.a c/o`,
  suffixes: `Inc Corp Ltd Co Cos Bros plc llc Esq Jr Sr Ave Blvd Rd Pkwy Hwy Bldg Dept Univ Assn Inst Mfg
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla
    Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask`,
  units: 'ft lb lbs oz tsp tbsp min hr hrs yr yrs mos wk wks',
  numbered: `no nos sec secs para paras ch chs art arts p pp pg vol vols fig figs ill eq eqs ver app apt ste rm
    rte hwy jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun psalm ps
    cor gen matt rev ln lns pt pts cl cls stat reg regs`,
  either: `comm intl natl govt org est l.p l.l.c p.c n.v s.a a.g b.v d.c l.a n.y n.j n.h n.m n.c s.c s.d n.d
    w.va u.s u.s.a u.s.c u.k u.n e.u u.s.s.r u.a.e j.d ph.d m.d d.d.s d.v.m r.n b.a b.s m.a m.s m.b.a m.p
    m.p.h b.c a.d b.c.e c.e e.t p.t e.s.t cu dist div assoc avg pkg btw c.o.d o.k St Ste`,
  closes: 'etc a.m p.m',
  continuers: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eet eest msk ist
    jst aest eastern central mountain pacific greenwich kyiv kiev moscow london beijing`,
  starters: `the a an this that these those it its it's he he's she she's we we're they they're you you're i
    i'm there there's here what what's who where when why how which if but and or so yet nor because
    although though while since after before until as at in on by for from with without despite during
    however moreover meanwhile nevertheless instead indeed then thus also still just now today yesterday
    tomorrow not no yes please my your his her our their some many most all each every both such other
    others another one did do does is are was were has have had can could will would should may might must
    let once even only according under over about among nobody everybody someone everyone nothing everything
    something that's didn't don't can't won't isn't let's perhaps maybe unlike mr mrs ms see along normally
    recently finally unfortunately usually sometimes often never always`,
  speech: `said says asked asks added adds replied told tells wrote writes exclaimed shouted cried yelled answered
    called continued declared explained insisted joked muttered observed quipped recalled remarked responded
    screamed snapped tweeted whispered wondered warned`,
}
