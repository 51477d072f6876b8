import type { ReactNode } from "react";
import { levelNames, sizeSteps } from "@/lib/plots/map-circle";
import { Circle } from "./circle";

/** What the circles of the map mean: a column beside a map on a wide screen, a block above a list. */
export function MapKey({ hasPatient, className = "" }: { hasPatient: boolean; className?: string }) {
  return (
    <section aria-label="Key" className={`text-xs text-quiet ${className}`}>
      <h2 className="font-semibold text-ink">Patients, from</h2>
      <ul className="flex flex-wrap print:inline-flex">
        {sizeSteps.map((patients) => (
          <li key={patients} className="flex w-9 flex-col items-center">
            <Circle patients={patients} level={5} className="size-9 print:size-5" />
            {patients}
          </li>
        ))}
      </ul>
      <h2 className="mt-2 font-semibold text-ink">Best design</h2>
      <DesignKey />
      <ul className="mt-2">
        <KeyLine sign="18">number of studies</KeyLine>
        <KeyLine sign="–">no study in this library</KeyLine>
        <KeyLine sign="">blank: cannot be</KeyLine>
        {hasPatient && (
          <KeyLine sign={<span className="inline-block h-4 w-7 border-2 border-accent" />}>this patient</KeyLine>
        )}
      </ul>
    </section>
  );
}

/** What the fill of a circle and its ring say of the studies. */
export function DesignKey({ className = "" }: { className?: string }) {
  return (
    <ul className={className}>
      {levelNames.map(([level, name]) => (
        <li key={level} className="flex items-center gap-1">
          <Circle patients={50} level={level} className="size-7 print:size-5" />
          {name}
        </li>
      ))}
    </ul>
  );
}

function KeyLine({ sign, children }: { sign: ReactNode; children: string }) {
  return (
    <li className="flex items-center gap-1">
      <span aria-hidden="true" className="w-7 text-center text-ink">
        {sign}
      </span>
      {children}
    </li>
  );
}
