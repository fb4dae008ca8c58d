import './settings-dialog.css'
import { DEFAULT_PREFERENCES, Language, Theme, Typeface } from '#app/model/preferences'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { Slider } from '../ui/slider.tsx'
import { Switch } from '../ui/switch.tsx'
import { PersonFields } from './person-fields.tsx'
import { prefer, usePreferences } from './preferences-store.ts'
import { TEXT_SIZE } from './text-size.ts'

/** Languages are called what those who speak them call them. */
const LANGUAGES: Readonly<Record<Exclude<Language, 'system' | 'ar-XB'>, string>> = {
  en: 'English',
  uk: 'Українська',
  fr: 'Français',
}

/** Average width of a character of running text, in units of its type size. */
const CHARACTER = 0.46

/** How Assay looks and behaves. What is changed shows at once in the window beside it. */
export function SettingsDialog() {
  return (
    <Dialog title={say('settings.title')} aside>
      <PersonFields />
      <Appearance />
      <Text />
      <WhileReading />
      <Locking />
    </Dialog>
  )
}

function Appearance() {
  const { theme, language } = usePreferences()
  const languages: { value: Language; name: string }[] = [
    { value: 'system', name: say('settings.language-system') },
    ...Object.entries(LANGUAGES).map(([value, name]) => ({ value: Language.parse(value), name })),
  ]
  return (
    <section className="settings-part" aria-label={say('settings.appearance')}>
      <h3 className="pane-title">{say('settings.appearance')}</h3>
      <Choice
        label={say('settings.theme')}
        value={theme}
        options={Theme.options.map(value => ({ value, name: say(`settings.theme-${value}`) }))}
        onChange={chosen => void prefer({ theme: chosen })}
      />
      <Select
        label={say('settings.language')}
        value={language}
        options={languages}
        onChange={chosen => void prefer({ language: chosen })}
      />
    </section>
  )
}

function Text() {
  const { typeface, textSize, measure, lineHeight } = usePreferences()
  const usual = {
    typeface: DEFAULT_PREFERENCES.typeface,
    textSize: DEFAULT_PREFERENCES.textSize,
    measure: DEFAULT_PREFERENCES.measure,
    lineHeight: DEFAULT_PREFERENCES.lineHeight,
  }
  return (
    <section className="settings-part" aria-label={say('settings.text')}>
      <h3 className="pane-title">{say('settings.text')}</h3>
      <Choice
        label={say('settings.typeface')}
        value={typeface}
        options={Typeface.options.map(value => ({ value, name: say(`settings.typeface-${value}`) }))}
        onChange={chosen => void prefer({ typeface: chosen })}
      />
      <Slider
        label={say('settings.text-size')}
        {...TEXT_SIZE}
        value={textSize}
        shown={say('settings.percent', { value: textSize })}
        onChange={value => void prefer({ textSize: value })}
      />
      <Slider
        label={say('settings.measure')}
        {...{ from: 20, to: 80, step: 1 }}
        value={measure}
        shown={say('settings.characters', { value: Math.round(measure / CHARACTER) })}
        onChange={value => void prefer({ measure: value })}
      />
      <Slider
        label={say('settings.line-height')}
        {...{ from: 120, to: 320, step: 5 }}
        value={lineHeight}
        shown={say('settings.percent', { value: lineHeight })}
        onChange={value => void prefer({ lineHeight: value })}
      />
      <div>
        <Button onPress={() => void prefer(usual)}>{say('settings.reset-text')}</Button>
      </div>
    </section>
  )
}

/** Minutes of rest after which a protected project is locked; 0 for never. */
const RESTS = [5, 10, 15, 30, 60, 0]

function Locking() {
  const { lockAfter } = usePreferences()
  const rests = RESTS.includes(lockAfter) ? RESTS : [lockAfter, ...RESTS]
  return (
    <section className="settings-part" aria-label={say('protection.settings')}>
      <h3 className="pane-title">{say('protection.settings')}</h3>
      <Select
        label={say('protection.lock-after')}
        value={String(lockAfter)}
        options={rests.map(minutes => ({
          value: String(minutes),
          name: minutes === 0 ? say('protection.never') : say('protection.after', { minutes }),
        }))}
        onChange={chosen => void prefer({ lockAfter: Number(chosen) })}
      />
    </section>
  )
}

function WhileReading() {
  const { minimap, timer } = usePreferences()
  return (
    <section className="settings-part" aria-label={say('settings.reading')}>
      <h3 className="pane-title">{say('settings.reading')}</h3>
      <Switch on={minimap} onChange={on => void prefer({ minimap: on })}>
        {say('settings.minimap')}
      </Switch>
      <Switch on={timer} onChange={on => void prefer({ timer: on })}>
        {say('settings.timer')}
      </Switch>
    </section>
  )
}
