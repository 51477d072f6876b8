"use client";

import { useEffect } from "react";

/**
 * Has the browser load this page again when the reader comes back to it. Next.js would go on showing the page before
 * where an address has none of its own (https://github.com/vercel/next.js/issues/52264).
 */
export function ReloadOnReturn() {
  useEffect(() => {
    const { pathname } = window.location;
    const reload = () => {
      if (window.location.pathname === pathname) window.location.reload();
    };
    // only once it is left: here, a change of the fragment needs no loading
    return () => window.addEventListener("popstate", reload);
  }, []);
  return null;
}
