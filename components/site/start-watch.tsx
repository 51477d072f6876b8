import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { cacheName } from "@/lib/offline/version";

/** The sentence that is shown where the program does not start, by its id. */
export const notStartedId = "not-started";
const withoutCopyId = "not-started-without-copy";

/** Milliseconds from a script that failed to the sentence: some are not needed, and then the program starts at once. */
const afterFault = 2000;
/** Milliseconds that a start may take where nothing failed: a slow network, or one that hangs. */
const afterNoFault = 15_000;

/**
 * Waits for the mark that the program has started (./ready-mark.tsx), and says so where it does not come: a script is
 * missing, comes from another version, is no script, or never arrives. It must need nothing but itself.
 *
 * A saved copy can be what is damaged. Then loading again would only open it again, so the reader can drop it.
 */
export const watchStart = `(() => {
  const root = document.documentElement;
  const sayNotStarted = () => {
    if ("ready" in root.dataset) return;
    const sentence = document.getElementById(${JSON.stringify(notStartedId)});
    if (!sentence) return void (document.readyState === "loading" && setTimeout(sayNotStarted, 1000));
    sentence.hidden = false;
    const copy = navigator.serviceWorker && navigator.serviceWorker.controller;
    document.getElementById(${JSON.stringify(withoutCopyId)}).hidden = !copy;
  };
  addEventListener("error", ({ target }) => {
    if (target === window || target.localName === "script") setTimeout(sayNotStarted, ${afterFault});
  }, true);
  setTimeout(sayNotStarted, ${afterNoFault});
  const dropCopy = async () => {
    await caches.delete(${JSON.stringify(cacheName)});
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  };
  addEventListener("click", ({ target }) => {
    const button = target.closest ? target.closest("#${notStartedId} button") : null;
    if (!button) return;
    const reload = () => location.reload();
    if (button.id === ${JSON.stringify(withoutCopyId)}) dropCopy().then(reload, reload);
    else reload();
  });
})()`;

/** Goes into the head, before every other script. */
export function StartWatch() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own code, and a script has no other way into the page
  return <script dangerouslySetInnerHTML={{ __html: watchStart }} />;
}

/** What a reader sees where the program has not started. What was built into the page stays readable below it. */
export function NotStarted() {
  return (
    <div className="mx-auto w-full max-w-page p-2 sm:p-4 print:hidden" id={notStartedId} hidden>
      <Notice title="Myomatch has not started">
        <p>
          A part of the program has not arrived, so this page takes no answers and shows no result yet. What stands on
          it can be read. Your case is still in the address. Check the network, then load the page again.
        </p>
        <p className="mt-2 flex flex-wrap gap-2">
          <Button>Load again</Button>
          <Button id={withoutCopyId} hidden>
            Load again without the saved copy (needs a network)
          </Button>
        </p>
      </Notice>
    </div>
  );
}

/** The same where JavaScript is off. */
export function NoScript() {
  return (
    <noscript>
      <div className="mx-auto w-full max-w-page p-2 sm:p-4">
        <Notice title="JavaScript is off in this browser">
          Myomatch reads a case in the browser and sends it nowhere, and needs JavaScript for that. Without it, no
          question takes an answer and no table of studies is shown. What stands on this page can be read. Allow
          JavaScript for this site, then load the page again.
        </Notice>
      </div>
    </noscript>
  );
}
