import { afterEach, expect, test, vi } from "vitest";
import type { LaunchAddress } from "@/lib/smart/launch-address";
import type { RecordSystem } from "@/lib/smart/settings.mjs";
import { followLaunch, type Stage } from "./use-launch";

afterEach(() => vi.unstubAllGlobals());

const url = "https://fhir.example.org/r4";
const systems: RecordSystem[] = [{ name: "Test", url, clientId: "myomatch", tokenOrigins: [], frameOrigins: [] }];
const address: LaunchAddress = { kind: "start", issuer: url, launch: "1" };

/** The stages of a launch on a page, the last one included. */
async function listStages(page: object): Promise<Stage[]> {
  vi.stubGlobal("window", page);
  const stages: Stage[] = [];
  stages.push(await followLaunch(address, systems, (stage) => stages.push(stage)));
  return stages;
}

test("an error that nobody foresaw ends the launch with a sentence", async () => {
  const page = {
    get location(): never {
      throw new TypeError("No address.");
    },
  };
  expect(await listStages(page)).toEqual([
    { name: "asking" },
    { name: "ended", problem: { kind: "unexpected" }, address },
  ]);
});

test("a page that came without encryption says so, and asks nobody", async () => {
  const fetchFrom = vi.fn();
  vi.stubGlobal("crypto", {});
  const page = { location: new URL("http://myomatch.example/launch"), fetch: fetchFrom };
  expect((await listStages(page)).at(-1)).toEqual({ name: "ended", problem: { kind: "insecure-page" }, address });
  expect(fetchFrom).not.toHaveBeenCalled();
});
