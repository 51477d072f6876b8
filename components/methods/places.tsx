"use client";

import { useEffect } from "react";
import { useCaseFragment } from "@/components/state/case-provider";
import { usePart } from "@/components/state/fragment";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { joinFragment, splitFragment } from "@/lib/url-state/fragment";
import { readPlace, writePlace } from "@/lib/url-state/place";

/** A heading or a word that a link leads to. */
export type Place = { id: string; name: string };

/** Goes to the place: there the reading goes on, for the eye, the keyboard and the screen reader. */
function goTo(id: string): void {
  document.getElementById(id)?.focus();
}

/** A link to a place on this page. It keeps the case in the address, and can be copied. */
function PlaceLink({ id, name }: Place) {
  const fragment = useCaseFragment();
  return (
    <a
      href={joinFragment({ ...splitFragment(fragment), place: writePlace(id) })}
      // chosen a second time, the address does not change
      onClick={() => goTo(id)}
      className="flex min-h-11 items-center lg:min-h-8"
    >
      {name}
    </a>
  );
}

/** The parts of a long page, beside them on a wide screen. Goes to the part that the address names. */
export function Contents({ places }: { places: readonly Place[] }) {
  const read = readPlace(usePart("place") ?? "");
  const wanted = read.ok ? read.value : null;
  useEffect(() => {
    if (wanted) goTo(wanted);
  }, [wanted]);
  const list = (
    <ul className="text-sm">
      {places.map((place) => (
        <li key={place.id}>
          <PlaceLink {...place} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label="Contents" className="print:hidden lg:sticky lg:top-4 lg:w-56 lg:shrink-0">
      {!read.ok && <Notice title="The place could not be found">{read.message}</Notice>}
      <Disclosure title="Contents" className="lg:hidden">
        {list}
      </Disclosure>
      <div className="max-lg:hidden">
        <p className="font-bold">Contents</p>
        {list}
      </div>
    </nav>
  );
}
