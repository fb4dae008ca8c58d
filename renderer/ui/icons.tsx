/** Icons of 16 units, drawn in the colour of the text, silent to screen readers. */
import type { ReactNode } from 'react'

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const LockIcon = () => (
  <Icon>
    <path d="M3.500 7.500h9v6h-9zM5.500 7.500V5a2.500 2.500 0 015 0v2.500M8 10v1.500" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
)

export const UndoIcon = () => (
  <Icon>
    <path d="M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 010 8H6" />
  </Icon>
)

export const RedoIcon = () => (
  <Icon>
    <path d="M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 000 8H10" />
  </Icon>
)

export const ImportIcon = () => (
  <Icon>
    <path d="M8 2v8M5 7l3 3 3-3M2.5 11v2.5h11V11" />
  </Icon>
)

export const ExportIcon = () => (
  <Icon>
    <path d="M8 10V2M5 5l3-3 3 3M2.5 11v2.5h11V11" />
  </Icon>
)

export const PasteIcon = () => (
  <Icon>
    <path d="M6 3H3.5v10.5h9V3H10M6 2h4v2.5H6zM6 8h4M6 10.5h3" />
  </Icon>
)

export const KeysIcon = () => (
  <Icon>
    <path d="M1.5 4h13v8.5h-13zM4 6.5h.01M6.7 6.5h.01M9.4 6.5h.01M12 6.5h.01M4 10h8" />
  </Icon>
)

export const ProjectIcon = () => (
  <Icon>
    <path d="M2 3.5h4.5L8 5.5h6v7.5H2z" />
  </Icon>
)

export const PersonIcon = () => (
  <Icon>
    <circle cx="8" cy="5.5" r="2.75" />
    <path d="M2.75 14c.6-3 2.7-4.25 5.25-4.25S12.650 11 13.250 14" />
  </Icon>
)

export const CheckIcon = () => (
  <Icon>
    <path d="M3 8.500l3.500 3.500L13 4.500" />
  </Icon>
)

export const FilterIcon = () => (
  <Icon>
    <path d="M2 3.5h12M4.500 8h7M6.500 12.500h3" />
  </Icon>
)

export const MoreIcon = () => (
  <Icon>
    <path d="M3.500 8h.01M8 8h.01M12.500 8h.01" strokeWidth="2.5" />
  </Icon>
)

export const FlagIcon = () => (
  <Icon>
    <path d="M4 14V2.500h8.500l-2 3 2 3H4" />
  </Icon>
)

export const EditIcon = () => (
  <Icon>
    <path d="M3 13l.700-3L10.500 3.200l2.300 2.300L6 12.300zM9 4.700l2.300 2.300" />
  </Icon>
)

export const DownIcon = () => (
  <Icon>
    <path d="M4 6l4 4 4-4" />
  </Icon>
)

export const FindIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.500" />
    <path d="M10.500 10.500L14 14" />
  </Icon>
)

export const CopyIcon = () => (
  <Icon>
    <path d="M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3" />
  </Icon>
)

export const PickIcon = () => (
  <Icon>
    <path d="M8 1.500v3M8 11.500v3M1.500 8h3M11.500 8h3" />
    <circle cx="8" cy="8" r="4" />
  </Icon>
)
