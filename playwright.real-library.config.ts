import { configure } from "./playwright.config";

/** The few tests that open the library as it is today. */
export default { ...configure({ MYOMATCH_LIBRARY: "" }, "real-library"), testMatch: "real-library.spec.ts" };
