/** A project in which three people have annotated the same articles, each by the command line. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assay } from './assay.ts'

const ARTICLES: Readonly<Record<string, string>> = {
  'bridge.md': `---
title: Harbour bridge stays shut
---

The harbour bridge will stay shut until autumn. Engineers found cracks in two of its piers. We will open it by October, the mayor said. Nobody believes her.`,
  'ferry.md': `---
title: The ferry is back
---

The ferry crosses the harbour again. It costs four euros. It is far too slow.`,
}

type Labels = readonly (string | null)[]

/** By article and annotator, a label for each sentence; null where there is none. */
const WORK: Readonly<Record<string, Readonly<Record<string, Labels>>>> = {
  'Harbour bridge stays shut': {
    Anna: ['pledge', 'fact', 'pledge', 'opinion'],
    Borys: ['claim', 'fact', 'pledge', 'opinion'],
    Chloe: ['claim', 'fact', 'claim', null],
  },
  'The ferry is back': {
    Anna: ['fact', 'fact', 'opinion'],
    Borys: ['fact', 'fact', 'opinion'],
    Chloe: ['fact', 'claim', null],
  },
}

/** Makes the project of a journey such a one. */
export function makeTeamProject(assay: Assay): void {
  assay.cli('init', assay.project, '--name', 'Harbour')
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(assay.folder, name), text)
  assay.cli('import', assay.project, ...Object.keys(ARTICLES).map(name => join(assay.folder, name)))
  for (const [title, people] of Object.entries(WORK))
    for (const [name, labels] of Object.entries(people))
      for (const [index, label] of labels.entries())
        if (label)
          assay.cli(
            'tag',
            assay.project,
            title,
            String(index + 1),
            label,
            '--annotator',
            name,
            ...noteOf(name, index),
          )
}

const noteOf = (name: string, index: number): string[] =>
  name === 'Borys' && index === 0 ? ['--note', 'Nobody promises anything here.'] : []
