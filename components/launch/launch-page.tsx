"use client";

import type { ReactNode } from "react";
import { CaseLink } from "@/components/state/case-link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { interfaceText } from "@/lib/format/interface-text";
import { type LaunchAddress, writeLaunchSearch } from "@/lib/smart/launch-address";
import { describeProblem, type LaunchProblem } from "@/lib/smart/problems";
import type { RecordSystem } from "@/lib/smart/settings.mjs";
import { Review } from "./review";
import { type Stage, useLaunch } from "./use-launch";

/** The page that a record system opens: it asks for access, reads one record, and offers what was found. */
export function LaunchPage({ systems }: { systems: readonly RecordSystem[] }) {
  const { stage, start } = useLaunch(systems);
  return (
    <div className="mx-auto max-w-prose space-y-4">
      <h1 className="text-xl font-bold">{interfaceText.fromRecord}</h1>
      <p role="status" className={stage.name === "asking" || stage.name === "reading" ? "font-semibold" : "sr-only"}>
        {progressWords[stage.name]}
      </p>
      {drawStage(stage, systems, start)}
      <noscript>
        <p className="font-semibold">To read a record, Myomatch needs JavaScript.</p>
      </noscript>
    </div>
  );
}

const progressWords: Record<Stage["name"], string> = {
  beginning: "",
  choosing: "",
  asking: "Going to the record system …",
  reading: "Reading the record …",
  review: "The record was read.",
  ended: "",
};

function drawStage(stage: Stage, systems: readonly RecordSystem[], start: (issuer: string) => void): ReactNode {
  switch (stage.name) {
    case "choosing":
      return <SystemChoice systems={systems} onChosen={start} />;
    case "review":
      return <Review result={stage.result} />;
    case "ended":
      return <Ended problem={stage.problem} address={stage.address} systems={systems} onChosen={start} />;
    default:
      return null;
  }
}

type ChoiceProps = { systems: readonly RecordSystem[]; onChosen: (issuer: string) => void };

/** The record systems that the site is set up for, where none has opened the page. */
function SystemChoice({ systems, onChosen }: ChoiceProps) {
  return (
    <>
      <p>
        Myomatch can read what matters from a record, and offers it as answers. You choose the patient in the record
        system. What is read stays in this browser.
      </p>
      <ul className="flex flex-wrap gap-2">
        {systems.map(({ url, name }) => (
          <li key={url}>
            <Button onClick={() => onChosen(url)}>{`Read from ${name}`}</Button>
          </li>
        ))}
      </ul>
      <p>
        <CaseLink href="/">{interfaceText.enterCase}</CaseLink>
      </p>
    </>
  );
}

function Ended({
  problem,
  address,
  systems,
  onChosen,
}: ChoiceProps & { problem: LaunchProblem; address: LaunchAddress }) {
  const { what, remedy } = describeProblem(problem);
  return (
    <>
      <Notice title={what}>
        <p>{remedy}</p>
      </Notice>
      {systems.length > 0 && problem.kind !== "storage-blocked" && (
        <SystemChoice systems={systems} onChosen={onChosen} />
      )}
      {(systems.length === 0 || problem.kind === "storage-blocked") && (
        <p className="flex flex-wrap gap-4">
          <CaseLink href="/">{interfaceText.enterCase}</CaseLink>
          {problem.kind === "storage-blocked" && (
            <a
              href={`/launch${writeLaunchSearch(address)}`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-11 items-center"
            >
              Open Myomatch in a window of its own
            </a>
          )}
        </p>
      )}
    </>
  );
}
