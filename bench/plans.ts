/** How much is measured. More runs give steadier medians and take longer. */
export type Plan = {
  name: "quick" | "full" | "all";
  /** visits to each page */
  visits: number;
  /** rounds of taps; one is 15 taps */
  tapRounds: number;
  /** whether what the page fetches late is counted too, and what its copy for use without a network takes */
  countsLateBytes: boolean;
  /** studies of the generated libraries that a case is matched with */
  librarySizes: number[];
  /** runs of each case for each size of library */
  matchRuns: number;
  /** generated studies on which the engines are first proved to agree, beside the real ones */
  proofStudies: number;
  /** studies that the other engines decide; ours decides as many for the comparison */
  peerStudies: number;
  peerRuns: number;
  /** seconds of requests, for each number of connections and each run */
  requestSeconds: number;
  requestRuns: number;
  /** visits of Lighthouse to each page; 0 leaves it out */
  lighthouseVisits: number;
  /** both a phone and a wide screen, or the phone alone */
  widths: ("phone" | "wide")[];
  /** what takes many minutes: `npm test` in a fresh clone, and the table of a library ten times as large */
  isComplete: boolean;
};

const full: Plan = {
  name: "full",
  visits: 7,
  tapRounds: 8,
  countsLateBytes: true,
  librarySizes: [1_000, 10_000, 100_000],
  proofStudies: 2_000,
  matchRuns: 7,
  peerStudies: 100_000,
  peerRuns: 3,
  requestSeconds: 5,
  requestRuns: 3,
  lighthouseVisits: 3,
  widths: ["phone", "wide"],
  isComplete: false,
};

/** What the word after `npm run bench --` chooses. */
export const plans: Record<Plan["name"], Plan> = {
  quick: {
    ...full,
    name: "quick",
    visits: 1,
    tapRounds: 1,
    countsLateBytes: false,
    librarySizes: [100_000],
    proofStudies: 200,
    matchRuns: 3,
    peerStudies: 10_000,
    peerRuns: 1,
    requestSeconds: 2,
    requestRuns: 1,
    lighthouseVisits: 0,
    widths: ["phone"],
  },
  full,
  all: { ...full, name: "all", isComplete: true },
};
