import './drawing.css'
import type { Drawing, Mark } from './drawing.ts'
import { TYPE } from './drawing.ts'

/** A chart in the window, in its colours. It is a picture to a screen reader; the figures stand in a table beside it. */
export function DrawingView({ drawing: { width, height, title, marks } }: { readonly drawing: Drawing }) {
  return (
    <svg
      className="drawing"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize={TYPE}
      role="img"
      aria-label={title}
    >
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is drawn anew as a whole
        <MarkView key={index} mark={mark} />
      ))}
    </svg>
  )
}

function MarkView({ mark }: { readonly mark: Mark }) {
  const ink = { 'data-ink': mark.ink }
  switch (mark.kind) {
    case 'rect':
      return (
        <rect
          {...ink}
          {...{ x: mark.x, y: mark.y, width: mark.width, height: mark.height }}
          fillOpacity={mark.strength}
        />
      )
    case 'dot':
      return <circle {...ink} cx={mark.x} cy={mark.y} r={mark.r} />
    case 'line':
      return (
        <line
          {...ink}
          x1={mark.from[0]}
          y1={mark.from[1]}
          x2={mark.to[0]}
          y2={mark.to[1]}
          strokeWidth={mark.width}
        />
      )
    case 'text':
      return (
        <text {...ink} x={mark.x} y={mark.y} textAnchor={mark.anchor} fontWeight={mark.bold ? 600 : 400}>
          {mark.text}
        </text>
      )
  }
}
