import type { SourceLink } from "@/lib/study/cite";

/** A link to where something was published. A copy has no link: it is named, and no more. */
export function Source({ label, url }: SourceLink) {
  if (!url) return <span>{label}</span>;
  return (
    <a href={url} rel="noreferrer" target="_blank">
      {label}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
