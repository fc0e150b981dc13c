/** Signs drawn as strokes on a 24 × 24 ground: fonts of phones differ in which signs they have. */
const paths = {
  star: 'M12 3l2.7 5.9 6.3.7-4.7 4.3 1.3 6.3-5.6-3.2-5.6 3.2 1.3-6.3L3 9.6l6.3-.7z',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  care: 'M12 4l9 16H3zM12 10v4.5M12 17v.4',
  more: 'M5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0m6 0a1 1 0 1 0 2 0 1 1 0 1 0-2 0m6 0a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
  lock: 'M8 11V8a4 4 0 0 1 8 0v3M5 11h14v9H5z',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20',
  move: 'M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3',
} as const

interface IconProps {
  readonly name: keyof typeof paths
  readonly filled?: boolean
}

/** A sign beside a word, or above one that only a screen reader gets; never alone. */
export const Icon = (props: IconProps) => (
  <svg class="icon" classList={{ filled: props.filled === true }} viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[props.name]} />
  </svg>
)
