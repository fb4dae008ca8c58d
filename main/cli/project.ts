/** What several commands do with a project. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { KnownSigners } from '#app/exchange/signature'
import { Refusal } from '#app/failure'
import { type Annotator, GOLD } from '#app/model/annotator'
import { AnnotatorId, type ArticleId } from '#app/model/ids'
import type { SigningKey } from '#main/exchange/sign'
import { dataFolder } from '#main/services/folders'
import { personIn } from '#main/services/identity'
import { openSettings, type SettingsStore } from '#main/services/settings'
import { ownKeys, signingKey } from '#main/services/signing-key'
import { worksBlind } from '#main/store/blindfold'
import { asSeenBy, openProject } from '#main/store/open'
import { isProtected, keyOfFile, type ProjectKey } from '#main/store/protection/project-key'
import type { Store } from '#main/store/store'
import { projectPassphrase } from './passphrase.ts'

/** The key of a project, whose passphrase is asked for; undefined where it has none. Throws a refusal: `wrong-passphrase`. */
export async function askedKey(path: string): Promise<ProjectKey | undefined> {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile()
  return isFile && isProtected(path) ? keyOfFile(path, await projectPassphrase()) : undefined
}

/** Does work on a project, whose passphrase is asked for where it has one, and closes it whatever happens. */
export async function withProject<T>(path: string, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = openProject(path, { key: await askedKey(path) })
  try {
    return await work(store)
  } catch (error) {
    throw store.refusalOf(error) ?? error
  } finally {
    store.close()
  }
}

/** As `withProject`, of what the person who works on this computer sees: while they work blind, their own layer. */
export const withSeen = <T>(path: string, work: (store: Store) => T | Promise<T>): Promise<T> =>
  withProject(path, store => {
    const { id } = localAnnotator(store)
    if (worksBlind(store, id))
      console.error(
        'assay: You work blind in this project: of what was said, only your own is seen until the layers are opened.',
      )
    return asSeenBy(store, id, work)
  })

/** What is remembered on this computer. */
export const localSettings = (): SettingsStore => openSettings(join(dataFolder(), 'settings.json'))

/** The person who works on this computer: in a project, who they said that they are in it. */
export const localAnnotator = (store: Store): Annotator => personIn(store, localSettings())

/** The key with which the person on this computer signs. Node reaches no key store: it is in a file of their own. */
export const localKey = (): Promise<SigningKey> => signingKey(dataFolder(), null)

/** Whose signatures this computer knows. */
export const localSigners = (): KnownSigners => ({
  trusted: localSettings().signers,
  own: ownKeys(dataFolder()),
})

/**
 * The annotator of this name in the project, or a new one who bears it; without a name, the person who works on
 * this computer. A name that two bear is refused. Whoever writes introduces them to the store first.
 */
export function annotatorFor(store: Store, name: string | undefined): Annotator {
  if (name === undefined) return localAnnotator(store)
  const [found, ...others] = store.tables.annotator.named(name)
  if (others.length > 0) {
    throw new Refusal(
      'conflict',
      `This project has ${others.length + 1} annotators named ${name}. Rename one of them in the application first.`,
    )
  }
  if (found) return found
  const local = localAnnotator(store)
  return local.name === name ? local : { id: AnnotatorId.parse(uuidv7()), name }
}

/** As `annotatorFor`, of one who annotates: the gold layer is nobody. */
export function authorFor(store: Store, name: string | undefined): Annotator {
  const annotator = annotatorFor(store, name)
  if (annotator.id !== GOLD.id) return annotator
  throw new Refusal(
    'invalid-input',
    'The gold layer is what is decided between annotators; `assay adjudicate` writes it. Name an annotator.',
  )
}

/** The article that a word names: an id, a unique beginning of it, or an exact title. */
export function articleNamed(store: Store, name: string): ArticleId {
  const byId = /^[0-9a-f-]{1,36}$/i.test(name) ? store.tables.article.beginningWith(name.toLowerCase()) : []
  const found = byId.length > 0 ? byId : store.tables.article.titled(name)
  const [article, another] = found
  if (another)
    throw new Refusal(
      'conflict',
      `“${name}” fits more than one article. Give more of the id; \`assay list\` shows them.`,
    )
  if (!article)
    throw new Refusal('not-found', `There is no article “${name}”. \`assay list\` shows those there are.`)
  return article
}

/** The one annotator of this name, or with this id or a unique end of it. */
export function annotatorNamed(store: Store, name: string): AnnotatorId {
  const all = store.tables.annotator.all()
  const found = all.filter(one => one.name === name || one.id === name)
  const [annotator, another] = found.length > 0 ? found : all.filter(one => one.id.endsWith(name))
  if (!annotator || another) {
    const known = all.map(one => `${one.name} (${one.id.slice(-6)})`).join(', ')
    throw new Refusal(
      annotator ? 'conflict' : 'not-found',
      `${annotator ? 'More than one annotator is' : 'No annotator is'} called “${name}”. There are ${known}; the end of an id names one too.`,
    )
  }
  return annotator.id
}
