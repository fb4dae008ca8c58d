import type { Action } from '#app/model/record'

/** What the steps are called after "Undo". */
export const actionNames: Record<Action, string> = {
  'create-project': 'New project',
  'introduce-annotator': 'Name',
  'rename-annotator': 'Name',
  'import-article': 'Import',
  'import-annotations': 'Import',
  merge: 'Merge',
  'resolve-conflict': 'Decide a conflict',
  'change-codebook': 'Change the codebook',
  tag: 'Label',
  untag: 'Remove label',
  review: 'Reviewed',
  annotate: 'Note',
  adjudicate: 'Decide',
  'split-sentence': 'Split',
  'join-sentences': 'Join',
  undo: 'Undo',
  redo: 'Redo',
}
