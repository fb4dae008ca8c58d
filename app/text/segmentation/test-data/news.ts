/** A news story written for measuring: sentences of ordinary length, with what news has in them. */
const STORY = [
  'KYIV, Aug. 24 (Agency) — Ukraine’s parliament passed a law on Tuesday that lowers taxes for small businesses, officials said.',
  'The bill, which Gov. Jane Smith called “a gift to the rich”, was supported by 312 of 450 deputies, or 69.3 percent.',
  '“We promised it, and we have done it,” Prime Minister J. R. Miller told reporters at 5 p.m. Monday.',
  'Analysts at Brown & Co. expect the budget to lose about $1.5 billion a year (see www.example.com/budget.html for details).',
  'Will it help?',
  '“Nobody knows!” an opposition leader said.',
  'In the U.S. similar cuts were made in 1981, 2001 and 2017; economists disagree about their effect, as they do about most things.',
  'Shares of Acme Inc. rose 3.2 percent before noon, while those of its rival fell to a low of 12.75 euros…',
  'The president, who was in Washington, D.C., for talks with Sen. Ann Lee and Dr. Paul Brown, is expected to sign the law by Sept. 5.',
]

/** About `size` UTF-16 units of news in short paragraphs, one in each line, with a headline now and then. */
export function generateNews(size: number): string {
  const parts: string[] = []
  let length = 0
  for (let i = 0; length < size; i++) {
    const first = STORY[i % STORY.length] ?? ''
    const second = STORY[(i * 5 + 2) % STORY.length] ?? ''
    const paragraph = i % 7 === 0 ? `Tax cut number ${i} passes\n` : `${first} ${second}\n`
    parts.push(paragraph)
    length += paragraph.length
  }
  return parts.join('').slice(0, size)
}

/** Texts of `size` units that trip scanners which look ahead or back without a bound. */
export const adversaries: Readonly<Record<string, (size: number) => string>> = {
  'no stop': size => 'word and '.repeat(size / 9),
  'dots only': size => '.'.repeat(size),
  'opening quotes only': size => '“'.repeat(size),
  'straight quotes only': size => '"'.repeat(size),
  'opening brackets only': size => '('.repeat(size),
  'one line': size => generateNews(size).replaceAll('\n', ' '),
  'one word': size => 'a'.repeat(size),
  'line breaks only': size => '\n'.repeat(size),
}
