import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceForm, surePiece } from './sentence-form.ts'

describe('the same sentence, set in another way:', () => {
  test.each([
    ['blanks', 'Read  more\nbelow. ', 'Read more below.'],
    ['composed letters', 'Le cafe\u0301 ferme.', 'Le café ferme.'],
    ['Chinese without its full stop, as in a headline', '大桥将于十月一日开放', '大桥将于十月一日开放。'],
    [
      'Chinese with other signs and wide digits',
      '大桥将于１０月１日开放，市长说．',
      '大桥将于10月1日开放,市长说。',
    ],
    ['Chinese broken into lines', '大桥将于\n十月一日\u3000开放。', '大桥将于十月一日开放。'],
    ['blanks around words of another script', '他使用 Linux 系统。', '他使用Linux系统。'],
    ['Japanese in narrow letters', 'ﾊﾞｽは朝に出る｡', 'バスは朝に出る。'],
    ['Japanese in quotation marks', '「橋は開く。」', '「橋は開く」'],
    ['Thai with its words parted by what nobody sees', 'นายก\u200bเทศมนตรี\u200bสัญญา', 'นายกเทศมนตรีสัญญา'],
    ['Thai with a blank at another place', 'นายกเทศมนตรี สัญญาว่า', 'นายกเทศมนตรีสัญญาว่า'],
    ['letters of full width', 'ＮＨＫ', 'NHK'],
  ])('%s', (_, one, other) => {
    expect(sentenceForm(one)).toBe(sentenceForm(other))
  })
})

describe('another sentence:', () => {
  test.each([
    ['by case', 'READ MORE BELOW.', 'Read more below.'],
    ['by an accent', 'Il a peche.', 'Il a péché.'],
    ['by its end, where words have blanks', 'Read more below', 'Read more below.'],
    ['a question', '大桥将开放？', '大桥将开放。'],
    ['an exclamation', '橋は開く！', '橋は開く。'],
    ['by a word of another script', '他住在New York。', '他住在NewYork。'],
    ['by numbers', '大桥长 3 5 米。', '大桥长 35 米。'],
    ['by a power', '10² 米', '102 米'],
    ['by a letter', 'ハスは朝に出る。', 'バスは朝に出る。'],
    ['by a tone mark', 'ไม', 'ไม่'],
  ])('%s', (_, one, other) => {
    expect(sentenceForm(one)).not.toBe(sentenceForm(other))
  })
})

test('a form is its own form, and of nothing but signs something is left', () => {
  const character = fc.constantFrom(...'aé ．。！ 大ス\u3000ﾊﾞ1．ไม่\n\u200b"」'.split(''), 'e\u0301')
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), characters => {
      const form = sentenceForm(characters.join(''))
      expect(sentenceForm(form)).toBe(form)
    }),
  )
  expect(sentenceForm(' 。 ')).toBe('。')
})

test('what a text must have is a piece that nothing sets in another way', () => {
  expect(surePiece('Le café ferme demain.')).toBe('demain.')
  expect(surePiece('大桥开放 for good')).toBeUndefined()
  expect(surePiece('Чи так?')).toBeUndefined()
})
