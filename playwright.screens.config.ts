import { configure } from "./playwright.config";

/** Draws the pictures of the README anew, from the library as it is today: `npm run screens`. */
export default {
  ...configure({ MYOMATCH_LIBRARY: "" }, "screens"),
  testMatch: "screens.ts",
  projects: [{ name: "screens" }],
};
