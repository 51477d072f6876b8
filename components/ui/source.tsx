import type { SourceLink } from "@/lib/study/citation";
import { standaloneLink } from "./standalone-link";

type Props = SourceLink & {
  /** is alone, not within a line of text, and so tall enough for a finger */
  isAlone?: boolean;
};

/** A link to where something was published. A copy has no link: it is named, and no more. */
export function Source({ label, url, isAlone = false }: Props) {
  if (!url) return <span>{label}</span>;
  return (
    <a href={url} rel="noreferrer" target="_blank" className={isAlone ? standaloneLink : ""}>
      {label}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
