/** Outlines on a 24 px grid, drawn with the current text colour; one path each. */
const outlines = {
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.1',
  'arrow-up': 'M12 20V5M6 11l6-6 6 6',
  bulb: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5 1 1.2 1 2.1h5c0-.9.4-1.6 1-2.1A6 6 0 0 0 12 3z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  'check-circle': 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0M8 12.5l3 3 5-6',
  'chevron-down': 'M7 10l5 5 5-5',
  'chevron-up': 'M7 14l5-5 5 5',
  clock: 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0M12 7v5l3 2',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M11 9h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM5 15V6a2 2 0 0 1 2-2h8',
  external: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0a3 3 0 1 1 6 0',
  flag: 'M5 21V4h13l-3 4.5L18 13H5',
  half: 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0M12 3v18',
  home: 'M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z',
  layers: 'M12 4l9 5-9 5-9-5zM3 14l9 5 9-5',
  link: 'M10 14l4-4M9 7l1-1a4.2 4.2 0 0 1 6 6l-1 1M15 17l-1 1a4.2 4.2 0 0 1-6-6l1-1',
  list: 'M4 6h16M4 12h16M4 18h10',
  lock: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  monitor: 'M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM9 20h6M12 16v4',
  more: 'M5.5 12h1M11.5 12h1M17.5 12h1',
  moon: 'M20 14.5A8.2 8.2 0 0 1 9.5 4a8.2 8.2 0 1 0 10.5 10.5z',
  paperclip: 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7L9.3 17a1.7 1.7 0 0 1-2.4-2.4L14 7.5',
  pencil: 'M4 20l1-4L16 5l3 3L8 19z',
  plane: 'M21 3L10 14M21 3l-7 18-4-7-7-4z',
  play: 'M7 5l12 7-12 7z',
  plus: 'M12 5v14M5 12h14',
  pulse: 'M3 12h4l3-8 4 16 3-8h4',
  question: 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0M9.6 9.3a2.5 2.5 0 1 1 3.6 2.4c-.8.4-1.2 1-1.2 1.8M12 16.8v.1',
  redo: 'M20 9H9a5 5 0 0 0 0 10h4M16 5l4 4-4 4',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.4M20 4.5v4.9h-4.9',
  search: 'M17.5 11a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0M20 20l-4.2-4.2',
  'sign-out': 'M10 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h4M10 12h10M16 8l4 4-4 4',
  sliders: 'M4 7h10M18 7h2M4 17h2M10 17h10M18 7a2 2 0 1 1-4 0a2 2 0 1 1 4 0M10 17a2 2 0 1 1-4 0a2 2 0 1 1 4 0',
  stop: 'M7 7h10v10H7z',
  sun: 'M16 12a4 4 0 1 1-8 0a4 4 0 1 1 8 0M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4',
  terminal: 'M5 7l5 5-5 5M12 19h7',
  trash: 'M5 7h14M10 7V5h4v2M7 7l1 13h8l1-13',
  undo: 'M4 9h11a5 5 0 0 1 0 10h-4M8 5L4 9l4 4',
}

export type IconName = keyof typeof outlines

/** A picture beside words: always hidden from assistive technology, so whatever it stands in must carry the name. */
export function Icon(props: { name: IconName; size?: number; stroke?: number; class?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={props.size ?? 16}
      height={props.size ?? 16}
      fill="none"
      stroke="currentColor"
      stroke-width={props.stroke ?? 1.75}
      stroke-linecap="round"
      stroke-linejoin="round"
      class={`flex-none ${props.class ?? ''}`}
      aria-hidden="true"
    >
      <path d={outlines[props.name]} />
    </svg>
  )
}
