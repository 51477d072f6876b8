import type { Finding } from "@/lib/answer/result-sentences";

/** What happened in each domain: what leads and what must stand beside it, then how the other studies stand to it. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <dl className="space-y-2">
      {findings.map(({ name, lead, more }) => (
        <div key={name} className="border-l-2 border-accent pl-3">
          <dt className="font-bold">{name}</dt>
          <dd>
            {lead.join(" ")}
            {more.length > 0 && <span className="block text-sm text-quiet">{more.join(" ")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
