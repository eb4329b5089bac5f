/** One drawn set: 24 units square, strokes of 1.75, round ends. Each stands beside words, so it is hidden from readers. */
const drawings = {
  knot: (
    <>
      <circle cx="6" cy="7" r="2.5" />
      <circle cx="18" cy="7" r="2.5" />
      <circle cx="12" cy="18" r="2.5" />
      <path d="M8.5 7h7M7.2 9.2l3.6 6.6M16.8 9.2l-3.6 6.6" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  place: (
    <>
      <path d="M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21z" />
      <circle cx="12" cy="9.5" r="2.5" />
    </>
  ),
  people: (
    <>
      <circle cx="9" cy="8" r="3.2" />
      <path d="M3 20c.4-3.8 2.8-6 6-6s5.6 2.2 6 6M15.5 5.2a3.2 3.2 0 0 1 0 5.7M17.5 14.4c2 .8 3.2 2.7 3.5 5.6" />
    </>
  ),
  call: (
    <path d="M5 4h4l1.5 4.5-2.3 1.7a12 12 0 0 0 5.6 5.6l1.7-2.3L20 15v4a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4z" />
  ),
  link: (
    <path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1-1" />
  ),
  mail: (
    <>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2" />
      <path d="M4 7l8 6 8-6" />
    </>
  ),
  minutes: (
    <>
      <path d="M6 3.5h8.5L19 8v12.5H6z" />
      <path d="M14 3.5V8.5h5M9 12.5h7M9 16h7" />
    </>
  ),
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  attention: (
    <>
      <path d="M12 4l9 16H3z" />
      <path d="M12 10v4.5M12 17.2v.3" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="M15 15l5 5" />
    </>
  ),
  share: <path d="M12 15V4M8 7.5L12 3.5l4 4M5 12v7.5h14V12" />,
  lock: (
    <>
      <rect x="5.5" y="10.5" width="13" height="9.5" rx="2" />
      <path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />
    </>
  ),
  cross: <path d="M6 6l12 12M18 6L6 18" />,
  plus: <path d="M12 5v14M5 12h14" />,
  news: (
    <>
      <path d="M4 5.5h13v12a2 2 0 0 0 2 2H6a2 2 0 0 1-2-2z" />
      <path d="M17 9.5h3v8a2 2 0 0 1-2 2M7.5 9.5h6M7.5 13h6" />
    </>
  ),
  pencil: <path d="M4.5 19.5l1-4L16 5l3 3L8.5 18.5z" />,
} as const;

export type IconName = keyof typeof drawings;

export const iconNames = Object.keys(drawings).filter((name): name is IconName => name in drawings);

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    {drawings[name]}
  </svg>
);
