import fc from "fast-check";

// Every change runs these tests again. The same cases each time, so that a score can be compared with the one before, and
// no property for longer than it takes to find most faults.
fc.configureGlobal({ seed: 1, interruptAfterTimeLimit: 400 });
