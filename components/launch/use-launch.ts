import { useCallback, useEffect, useRef, useState } from "react";
import type { Proposals } from "@/lib/fhir/proposals";
import { proposeAnswers } from "@/lib/fhir/propose-answers";
import { getDay } from "@/lib/paper/print-date";
import { finishLaunch, type Surroundings, startLaunch } from "@/lib/smart/launch";
import { type LaunchAddress, readLaunchAddress } from "@/lib/smart/launch-address";
import { getProblem, LaunchError, type LaunchProblem, type ReadFailure } from "@/lib/smart/problems";
import { readRecord } from "@/lib/smart/read-record";
import type { RecordSystem } from "@/lib/smart/settings.mjs";
import { findShownPatient, type ShownPatient } from "./patient-line";
import { searches } from "./searches";

/** What was read of a record, and what it offers. */
export type ReadResult = {
  system: string;
  patient: ShownPatient;
  proposals: Proposals;
  failures: ReadFailure[];
};

/** How far a launch has come. */
export type Stage =
  | { name: "beginning" }
  | { name: "choosing" }
  | { name: "asking" }
  | { name: "reading" }
  | { name: "review"; result: ReadResult }
  /** `address` is what the page was opened for, to be tried in another window */
  | { name: "ended"; problem: LaunchProblem; address: LaunchAddress };

const getSurroundings = (): Surroundings => ({
  fetch: (address, options) => window.fetch(address, options),
  openStorage: () => window.sessionStorage,
  now: Date.now,
  redirectUri: `${window.location.origin}${window.location.pathname}`,
});

/**
 * Follows a launch, from the address that the page was opened with to what the record offers. The query string is taken out
 * of the address at once: it holds a code, and must be in no bookmark and no history.
 */
export function useLaunch(systems: readonly RecordSystem[]): { stage: Stage; start: (issuer: string) => void } {
  const [stage, setStage] = useState<Stage>({ name: "beginning" });
  const isBegun = useRef(false);

  const run = useCallback(
    async (address: LaunchAddress) => setStage(await followLaunch(address, systems, setStage)),
    [systems],
  );

  useEffect(() => {
    // a development server draws twice, and an answer can be used once
    if (isBegun.current) return;
    isBegun.current = true;
    const address = readLaunchAddress(window.location.search);
    window.history.replaceState(null, "", window.location.pathname);
    void run(address);
  }, [run]);

  const start = useCallback((issuer: string) => void run({ kind: "start", issuer, launch: null }), [run]);
  return { stage, start };
}

/**
 * Follows a launch from one address.
 * @param report is told of the stages before the last
 * @returns the last stage; what went wrong is one too, so that no page waits for ever
 */
export async function followLaunch(
  address: LaunchAddress,
  systems: readonly RecordSystem[],
  report: (stage: Stage) => void,
): Promise<Stage> {
  try {
    return await follow(address, systems, report);
  } catch (error) {
    return { name: "ended", problem: getProblem(error), address };
  }
}

async function follow(
  address: LaunchAddress,
  systems: readonly RecordSystem[],
  report: (stage: Stage) => void,
): Promise<Stage> {
  if (systems.length === 0) throw new LaunchError({ kind: "none-configured" });
  switch (address.kind) {
    case "unreadable":
      throw new LaunchError({ kind: "unreadable-address" });
    case "choose":
      return { name: "choosing" };
    case "start": {
      report({ name: "asking" });
      const target = await startLaunch(address, systems, getSurroundings());
      // in place of this page, which has nothing to go back to
      window.location.replace(target);
      return { name: "asking" };
    }
    case "answer": {
      report({ name: "reading" });
      return { name: "review", result: await read(address.parameters, systems) };
    }
  }
}

async function read(parameters: URLSearchParams, systems: readonly RecordSystem[]): Promise<ReadResult> {
  const surroundings = getSurroundings();
  const access = await finishLaunch(parameters, systems, surroundings);
  const { resources, failures } = await readRecord(access, searches, surroundings.fetch);
  return {
    system: access.system.name,
    patient: findShownPatient(resources),
    proposals: proposeAnswers(resources, {
      patientId: access.patient,
      server: access.system.url,
      on: getDay(new Date()) ?? "",
    }),
    failures,
  };
}
