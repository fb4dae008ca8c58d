import './slider.css'
import { Slider as AriaSlider, Label, SliderThumb, SliderTrack } from 'react-aria-components'

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly from: number
  readonly to: number
  readonly step: number
  /** The value in words: shown, and read aloud. */
  readonly shown: string
  readonly onChange: (value: number) => void
}

/** A number between two others, chosen by eye. */
export function Slider({ label, value, from, to, step, shown, onChange }: SliderProps) {
  return (
    <AriaSlider
      className="slider"
      value={value}
      minValue={from}
      maxValue={to}
      step={step}
      onChange={onChange}
    >
      <Label className="field-label">{label}</Label>
      <span className="slider-value" aria-hidden="true">
        {shown}
      </span>
      <SliderTrack className="slider-track">
        {({ state }) => (
          <>
            <span className="slider-fill" style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="slider-thumb" aria-valuetext={shown} />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  )
}
