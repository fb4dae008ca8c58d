import type en from './en/index.ts'

/** Names a message: the room that says it and what it is, such as `library.articles`. */
export type MessageId = keyof typeof en

/** Every message, in the form of ICU MessageFormat. What lacks one does not compile. */
export type Catalogue = Readonly<Record<MessageId, string>>
