import PostalMime, { type Email } from 'postal-mime'
import { Refusal } from '#app/failure'
import { isoDate } from '../date.ts'
import { htmlText } from '../html/html-text.ts'
import { limitDepth } from '../html/limit-depth.ts'
import { known } from '../html/page-metadata.ts'
import type { Source } from '../source.ts'

/** Mails: subject, sender and date are the metadata; the plain text is read, else the HTML. Nothing is fetched. */
export const mail: Source = {
  extensions: ['eml'],
  name: 'E-mail',
  async read(bytes) {
    const email = await parseMail(bytes)
    if (email.headers.length === 0)
      throw new Refusal(
        'unreadable',
        'It is not an e-mail. Save the message as .eml in your mail program, then import that.',
      )
    const plain = email.text?.trim()
    const text = plain || htmlText(limitDepth(email.html ?? ''))
    if (text.trim() === '')
      throw new Refusal(
        'unreadable',
        'The message holds no text; what is attached has to be imported by itself.',
      )
    return [
      {
        text,
        metadata: known({
          title: email.subject?.trim(),
          author: email.from?.name || email.from?.address,
          published: isoDate(email.date),
        }),
      },
    ]
  },
}

/** Throws a refusal where the message is not of the form of a mail, or nested beyond reason. */
export async function parseMail(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 30 })
  } catch {
    throw new Refusal(
      'unreadable',
      'The message is damaged or nested too deeply. Save it again in your mail program.',
    )
  }
}
