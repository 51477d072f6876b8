const look = {
  viewBox: "0 0 20 20",
  width: 20,
  height: 20,
  stroke: "currentColor",
  strokeWidth: 1.5,
  strokeLinejoin: "round",
  strokeLinecap: "round",
  className: "inline",
} as const;

/** A star: filled where a study is pinned. */
export function StarIcon({ isFilled }: { isFilled: boolean }) {
  return (
    <svg aria-hidden="true" {...look} fill={isFilled ? "currentColor" : "none"}>
      <path d="m10 1.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />
    </svg>
  );
}

/** A chevron: to the side where a row or panel is closed, down where it is open. */
export function ChevronIcon({ isOpen }: { isOpen: boolean }) {
  return (
    <svg aria-hidden="true" {...look} fill="none">
      <path d={isOpen ? "m5 7.5 5 5 5-5" : "m7.5 5 5 5-5 5"} />
    </svg>
  );
}

/** A cross: takes away what it stands on. */
export function CrossIcon() {
  return (
    <svg aria-hidden="true" {...look} fill="none">
      <path d="m5.5 5.5 9 9m0-9-9 9" />
    </svg>
  );
}
