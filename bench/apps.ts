import type { Browser } from "@playwright/test";
import type { Plan } from "./plans";
import type { Server } from "./server";

/** What every measurement is made with: the built app, the bare one beside it, and one browser. */
export type Apps = { plan: Plan; own: Server; bare: Server; browser: Browser };
