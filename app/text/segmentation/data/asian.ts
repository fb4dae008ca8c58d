import type { LanguageData } from './language-data.ts'

export const arabic: LanguageData = {
  leads: 'د أ أ.د م أ.م.د ا.د د.م الأستاذ.د ص.ب',
  either: 'ق.م م هـ ه ج.م.ع',
}

export const persian: LanguageData = {
  leads: 'د دکتر ر.ک ر.ج ن.ک',
  either: 'ق.م ه.ش ه.ق ش.م',
}

export const urdu: LanguageData = { leads: 'ڈاکٹر پروفیسر' }

export const hebrew: LanguageData = { leads: 'ד פרופ גב', either: 'ת.ד ת.ז א.ב' }

/** Initials are the English letters' names, spelled out: "ए. पी. जे. अब्दुल कलाम". */
export const hindi: LanguageData = {
  leads: `डॉ डा डाॅ प्रो श्री श्रीमती मि पं स्व कु ले कर्नल जन ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू
    एक्स वाई जेड रु नं सं`,
}

export const marathi: LanguageData = {
  leads: 'डॉ प्रा श्री श्रीमती सौ पं स्व रु ता क्र वि प ए बी सी डी एम पी जी के आर एस',
}

export const bengali: LanguageData = { leads: 'ড ডা ডঃ মো মোঃ মি প্রফেসর এ বি সি ডি এম কে এস' }

export const armenian: LanguageData = { marks: ':', stops: false }

export const kazakh: LanguageData = {
  leads: 'проф акад ген көш қ обл ауд м.с',
  units: 'ж жж ғ мың млн млрд тг теңге км кг м',
  either: 'б.з.б б.з б.э',
  closes: 'т.б т.с.с т.т',
  starters:
    'бұл ол олар біз сіз мен сен осы сол бірақ және ал егер кім не қайда неге қалай сондықтан сонымен бүгін кеше ертең',
}

export const indonesian: LanguageData = {
  leads:
    'dr drs dra prof ir hj h tn ny nn sdr yth jl gg kec kab prov kel ds a.n d.a u.p s.d d.h a.l mis kol letjen mayjen brigjen jend komjen irjen kombes akbp kompol',
  numbered: 'no hlm hal ps pasal bab jil tel rp jan feb mar apr mei jun jul agu sep okt nov des',
  either: 's.h s.e s.t m.si s.sos s.ip m.sc pt cv tbk',
  closes: 'dll dsb dst dkk',
  starters: `ini itu dia ia mereka kami kita saya anda dan tetapi tapi atau namun jika kalau ketika karena siapa apa di mana mengapa
    bagaimana dari ke pada untuk dengan oleh tanpa setelah sebelum menurut juga kemudian sekarang tidak bukan ya semua para`,
}

export const vietnamese: LanguageData = {
  leads: 'ths gs pgs ts bs tp tx ths.bs ks cn đ/c tr q p h',
  either: 'tcn scn tnhh',
  closes: 'v.v vv',
  starters:
    'ông bà anh chị cô họ tôi chúng các những một đây đó này và nhưng nếu khi vì theo trong tại từ với cho sau trước không',
}
