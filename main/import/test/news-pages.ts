/**
 * Saved news pages in the layouts that are met in practice, written for these tests. All carry the same
 * article, so what a reader keeps of it and what it lets in besides can be counted.
 */

export interface NewsPage {
  readonly layout: string
  readonly html: string
  /** What must be read, in order. */
  readonly paragraphs: readonly string[]
}

export const STORY: readonly string[] = [
  'The river authority will rebuild eleven kilometres of levee before next winter, the regional council decided on Tuesday after a debate of six hours.',
  'Work is to begin in March and will cost 38 million euros, of which the state pays about half.',
  '“We have waited for this for nine years,” said Marta Olsen, who heads the council’s flood committee. “Nobody in the lower town sleeps when it rains.”',
  'Opponents call the plan too small. They point to a study of 2023, in which engineers of the technical university advised to move the levee back by 200 metres and to give the meadows to the water.',
  'The council did not follow that advice because it would have had to buy 64 houses. It promised, however, to pay for pumps in every cellar that has been flooded more than once.',
  'Last spring the river rose to 7.42 metres, the highest level since measurements began in 1911. Two bridges were closed for eight days.',
  'A first section near the old harbour should be finished by August.',
]

const SHORT: readonly string[] = [
  'Trams on line 4 will not run on Sunday, the transport company said.',
  'Buses replace them between the station and the zoo.',
  'The company expects normal service from 5 a.m. on Monday.',
]

const INTERVIEW: readonly string[] = [
  'Ms Olsen, why now?',
  'Because the money is there, and because last spring frightened even those who never go near the water.',
  'Will it hold?',
  'It will hold a flood such as that of 1911. For more than that, no wall is high enough, and we should be honest about it.',
  'And the 64 houses?',
  'They stay.',
]

/** Words that belong to the page and not to the article. None may be read. */
export const BOILERPLATE: readonly string[] = [
  'Subscribe to our newsletter',
  'Most read',
  'We value your privacy',
  'Read also',
  'All rights reserved',
  'Share on social media',
  'ADVERTISEMENT',
  'Log in to comment',
  'trackPageView',
]

const p = (paragraphs: readonly string[]) => paragraphs.map(one => `<p>${one}</p>`).join('\n')
const nav = `<header class="site-header"><a href="/">The Daily Ferry</a><nav><ul>${['Home', 'World', 'Business', 'Sport', 'Culture', 'Opinion'].map(one => `<li><a href="/${one}">${one}</a></li>`).join('')}</ul></nav></header>`
const teasers = `<div class="most-read"><h3>Most read</h3><ol>${['Mayor resigns over ferry contract', 'Ten recipes for a cold week', 'Why the harbour lights went out', 'Football: late goal saves a point'].map(one => `<li><a href="/a">${one}</a></li>`).join('')}</ol></div>`
const footer =
  '<footer><p>© 2026 The Daily Ferry. All rights reserved.</p><ul><li><a href="/imprint">Imprint</a></li><li><a href="/terms">Terms</a></li></ul></footer>'
const consent =
  '<div id="consent" role="dialog" class="cookie-consent-modal"><h2>We value your privacy</h2><p>We and our 812 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers. With your permission we may use precise geolocation data. You may click to consent to our processing as described above.</p><button>Accept all</button></div>'
const share =
  '<div class="share-buttons"><span>Share on social media</span><a href="#">Facebook</a><a href="#">Mail</a></div>'
const newsletter =
  '<div class="newsletter-signup"><h4>Subscribe to our newsletter</h4><form><input type="email"><button>Sign up</button></form></div>'
const ad = '<div class="ad-slot"><span>ADVERTISEMENT</span><script>trackPageView("levee")</script></div>'
const comments =
  '<section id="comments" class="comments"><h3>Comments (3)</h3><div class="comment"><p>Log in to comment. They should have done this in 2012 already, I have said so at every meeting, but nobody listens to people who live here.</p></div></section>'
const head = (extra = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Council rebuilds levee | The Daily Ferry</title>${extra}<style>p{margin:0}</style><script>trackPageView()</script></head>`

/** The story with what editors put between its paragraphs. */
const interrupted = STORY.map(
  (one, index) =>
    `<p class="body-text">${one}</p>${index === 1 ? ad : index === 2 ? '<aside class="related-link"><strong>Read also:</strong> <a href="/x">Who pays for the pumps</a></aside>' : index === 4 ? newsletter : ''}`,
).join('\n')

export const newsPages: readonly NewsPage[] = [
  {
    layout: 'article element',
    html: `${head()}<body>${nav}<main><article><h1>Council rebuilds levee</h1><p class="byline">By <a href="/u">Ida Brandt</a></p>${p(STORY)}</article><aside>${teasers}</aside></main>${footer}</body></html>`,
    paragraphs: STORY,
  },
  {
    layout: 'nested div elements without article',
    html: `${head()}<body>${nav}<div class="wrap"><div class="col-8"><div class="headline"><h1>Council rebuilds levee</h1></div>${share}<div class="story-body">${STORY.map(one => `<div class="txt"><span>${one}</span></div>`).join('')}</div></div><div class="col-4 sidebar">${teasers}</div></div>${footer}</body></html>`,
    paragraphs: STORY,
  },
  {
    layout: 'line breaks instead of paragraphs',
    html: `${head()}<body>${nav}<div id="content"><h1>Council rebuilds levee</h1><div id="text">${STORY.join('<br><br>')}</div></div>${teasers}${footer}</body></html>`,
    paragraphs: STORY,
  },
  {
    layout: 'interrupted by advertisements and teasers',
    html: `${head()}<body>${consent}${nav}<main><article class="post"><h1>Council rebuilds levee</h1>${share}<div class="article__content">${interrupted}</div>${comments}</article>${teasers}</main>${footer}</body></html>`,
    paragraphs: STORY,
  },
  {
    layout: 'short article among long furniture',
    html: `${head()}<body>${consent}${nav}<main><article><h1>No trams on Sunday</h1><div class="article-body">${p(SHORT)}</div></article>${comments}${teasers}${newsletter}</main>${footer}</body></html>`,
    paragraphs: SHORT,
  },
  {
    layout: 'table layout of the 2000s',
    html: `${head()}<body><table width="100%"><tr><td width="150">${teasers}</td><td><font face="Arial"><b>Council rebuilds levee</b><br><br>${p(STORY)}</font></td><td width="120">ADVERTISEMENT</td></tr></table>${footer}</body></html>`,
    paragraphs: STORY,
  },
  {
    layout: 'microdata and sections with subheadings',
    html: `${head()}<body>${nav}<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Council rebuilds levee</h1><div itemprop="articleBody"><section>${p(STORY.slice(0, 3))}</section><section><h2>A plan too small?</h2>${p(STORY.slice(3, 5))}</section><section><h2>The flood of last spring</h2>${p(STORY.slice(5))}</section></div></div>${teasers}${footer}</body></html>`,
    paragraphs: [
      ...STORY.slice(0, 3),
      'A plan too small?',
      ...STORY.slice(3, 5),
      'The flood of last spring',
      ...STORY.slice(5),
    ],
  },
  {
    layout: 'interview with short paragraphs',
    html: `${head()}<body>${consent}${nav}<main><article><h1>“No wall is high enough”</h1><div class="entry-content">${INTERVIEW.map((one, index) => (index % 2 === 0 ? `<p><strong>${one}</strong></p>` : `<p>${one}</p>`)).join('\n')}</div></article>${teasers}</main>${footer}</body></html>`,
    paragraphs: INTERVIEW,
  },
  {
    layout: 'saved from a single-page application',
    html: `${head()}<body><div id="__next"><div class="css-1a">${nav}<div class="css-2b"><div class="css-3c"><h1 class="css-4d">Council rebuilds levee</h1>${STORY.map(one => `<div class="css-5e"><p class="css-6f">${one}</p></div>`).join('')}</div><div class="css-7g">${teasers}</div></div></div></div>${consent}<script id="__NEXT_DATA__" type="application/json">{"props":{"a":"trackPageView"}}</script></body></html>`,
    paragraphs: STORY,
  },
  {
    layout: 'list within the article',
    html: `${head()}<body>${nav}<article><h1>Council rebuilds levee</h1>${p(STORY.slice(0, 4))}<ul><li>March: the first excavators arrive at the old harbour.</li><li>August: the first section is to be finished.</li></ul>${p(STORY.slice(4))}<blockquote><p>Nobody in the lower town sleeps.</p></blockquote></article>${footer}</body></html>`,
    paragraphs: [
      ...STORY.slice(0, 4),
      'March: the first excavators arrive at the old harbour.',
      'August: the first section is to be finished.',
      ...STORY.slice(4),
      'Nobody in the lower town sleeps.',
    ],
  },
]
