import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem } from "@/scripts/cli.mjs";
import { runNext } from "@/scripts/next.mjs";

/** The least that Next.js can be asked for: one page with a heading and a line, and one route handler that does nothing. */
const files = {
  // Next.js and React are those of the project: they are looked for in the folders above.
  "next.config.mjs": `import { fileURLToPath } from "node:url";
const root = fileURLToPath(new URL("..", import.meta.url));
export default { poweredByHeader: false, turbopack: { root }, outputFileTracingRoot: root };
`,
  "app/layout.jsx": `export const metadata = { title: "A bare page", description: "A bare page of Next.js." };
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.jsx": `export default function Page() {
  return <main><h1>A bare page</h1><p>Nothing but this line.</p></main>;
}
`,
  "app/empty/route.js": `export function POST() {
  return Response.json({});
}
`,
};

/** The address of the route handler that does nothing. */
export const emptyRoute = "/empty";

/**
 * Builds the bare app in a folder of its own, inside the project: there Next.js finds its packages.
 * @returns the folder, and what removes it
 */
export async function buildBareApp(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(".bare-");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  let output = "";
  const code = await runNext(["build", folder], {
    onOutput: (text) => {
      output += text;
    },
  });
  if (code !== 0) throw new Problem(`The bare app was not built:\n${output}`);
  return { folder, remove };
}
