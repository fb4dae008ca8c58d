import type { LanguageData } from './language-data.ts'

/** Abbreviations that cross borders: part of every language, and all there is for an unknown one. */
export const common: LanguageData = {
  leads: 'St Ste dr drs prof mr mrs ms mme mlle msgr mgr dipl.-ing e.g i.e vs cf cfr viz',
  numbered: 'no nr n° nº № num vol p pp pg art fig figs § sect par chap cap tab ex op tel',
  either:
    'Inc Ltd Corp Co Bros Jr Sr u.s u.s.a u.k u.n e.u u.a.e Ph.D M.D B.A M.A a.m p.m ca approx al ed eds',
  closes: 'etc',
}

/** Words that begin a sentence in some language, and a surname in another: Le Guin, De Niro, Da Silva. */
export const particles: ReadonlySet<string> = new Set(
  'al an da de del den der di do dos du el ho la le les no so van von yu'.split(' '),
)
