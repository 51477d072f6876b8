import fc from "fast-check";

// Every change runs these tests again: on the same cases each time, so that a score can be compared with the one before.
fc.configureGlobal({ seed: 1 });
