const drawings = {
  print: "M5.5 7V2.75h9V7M5.5 14H3V7.75h14V14h-2.5M5.5 11.5h9v5.75h-9z",
  copy: "M7 6.75h9.25v10.5H7zM13 6.75v-4H3.75v10.5H7",
  letter: "M2.75 4.5h14.5v11H2.75zM3 5l7 6 7-6",
  link: "M8.5 11.5a3.25 3.25 0 0 0 4.6 0l3-3a3.25 3.25 0 0 0-4.6-4.6l-1 1M11.5 8.5a3.25 3.25 0 0 0-4.6 0l-3 3a3.25 3.25 0 0 0 4.6 4.6l1-1",
  share: "M10 12.5v-9.75M6.5 6 10 2.75 13.5 6M6 9H4v8.25h12V9h-2",
  contents: "M3 5h1M7 5h10M3 10h1M7 10h10M3 15h1M7 15h10",
  clear: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  closed: "m7.5 5 5 5-5 5",
  open: "m5 7.5 5 5 5-5",
  star: "m10 1.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z",
} as const;

export type IconName = keyof typeof drawings | "gap";

type Props = { name: IconName; className?: string; isFilled?: boolean };

/** A sign of 20 px beside words or within a named button; it says nothing of its own. */
export function Icon({ name, className = "", isFilled = false }: Props) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className={`size-5 shrink-0 stroke-current ${isFilled ? "fill-current" : "fill-none"} ${className}`}
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {name === "gap" ? <circle cx={10} cy={10} r={7.25} strokeDasharray="3.2 3.4" /> : <path d={drawings[name]} />}
    </svg>
  );
}
