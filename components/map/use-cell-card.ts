import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

/** A card that a pointer opened goes with the pointer; one that a tap, a click or the focus opened stays. */
type OpenCard = { key: string; by: "pointer" | "reader" };

/** Milliseconds that a pointer rests before a card opens or goes: it passes other cells on its way. */
const restTime = 180;

const arrows: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The card under a cell of a map: which is open, what opens and closes it, and where it stands. Cells are buttons that
 * carry `data-cell="row.column"`. One of them is reached with Tab, the others from there with the arrow keys; the card
 * follows them, so that Tab leads into it. `reached` is the cell that had the focus last, null before any had.
 */
export function useCellCard() {
  const area = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLElement>(null);
  const timer = useRef(0);
  const [open, setOpen] = useState<OpenCard | null>(null);
  const [reached, setReached] = useState<string | null>(null);

  const wait = (act: () => void) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(act, restTime);
  };
  const close = useCallback(() => setOpen(null), []);
  const letGo = () => setOpen((now) => (now?.by === "pointer" ? null : now));

  useEffect(() => () => window.clearTimeout(timer.current), []);
  useCloseOutside(area, open !== null, close);

  const openKey = open?.key ?? null;
  const place = () => {
    if (area.current && card.current && openKey) placeCard(area.current, card.current, openKey);
  };
  useLayoutEffect(place);

  const handlers = {
    onPointerOver: ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== "mouse") return;
      const key = findCell(target);
      if (key) wait(() => setOpen((now) => (now?.by === "reader" ? now : { key, by: "pointer" })));
      else if (card.current?.contains(target as Node)) window.clearTimeout(timer.current);
      else wait(letGo);
    },
    onPointerLeave: () => wait(letGo),
    onFocus: ({ target }: FocusEvent) => {
      const key = findCell(target);
      if (!key) return;
      window.clearTimeout(timer.current);
      setReached(key);
      setOpen({ key, by: "reader" });
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      // Without another element that takes it, the focus is not lost to the page: the window was left.
      if (relatedTarget && !area.current?.contains(relatedTarget)) close();
    },
    onClick: ({ target }: { target: EventTarget }) => {
      // Not every browser moves the focus to a button that is clicked.
      const key = findCell(target);
      if (key) setOpen({ key, by: "reader" });
    },
    onKeyDown: (event: KeyboardEvent) => {
      const { key, target } = event;
      // The page hears Escape after this, and closes the card.
      if (key === "Escape" && openKey && card.current?.contains(target as Node))
        getCell(area.current, openKey)?.focus();
      const from = findCell(target);
      const direction = arrows[key];
      if (!from || !direction || !area.current) return;
      event.preventDefault();
      focusNext(area.current, from, direction);
    },
  };
  return { area, card, openKey, isOpenedByReader: open?.by === "reader", reached, handlers, place };
}

/** Tells of a tap outside an area, and of Escape wherever the focus is, while there is something to close. */
function useCloseOutside(area: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void) {
  useEffect(() => {
    if (!isOpen) return;
    const onPointerDown = ({ target }: Event) => {
      if (!area.current?.contains(target as Node)) close();
    };
    const onKeyDown = ({ key }: globalThis.KeyboardEvent) => {
      if (key === "Escape") close();
    };
    document.addEventListener("pointerdown", onPointerDown);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("pointerdown", onPointerDown);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [area, isOpen, close]);
}

function findCell(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-cell]")?.dataset.cell ?? null) : null;
}

function getCell(area: Element | null, key: string): HTMLElement | null {
  return area?.querySelector<HTMLElement>(`[data-cell="${key}"]`) ?? null;
}

/** Moves the focus to the next cell in a direction that has studies; stays where there is none. */
function focusNext(area: Element, from: string, [rows, columns]: readonly [number, number]) {
  const [row = 0, column = 0] = from.split(".").map(Number);
  const cells = [...area.querySelectorAll<HTMLElement>("[data-cell]")].map((element) => {
    const [r = 0, c = 0] = (element.dataset.cell ?? "").split(".").map(Number);
    return { element, distance: (r - row) * rows + (c - column) * columns, isInLine: rows ? c === column : r === row };
  });
  const ahead = cells.filter(({ distance, isInLine }) => isInLine && distance > 0);
  ahead.sort((a, b) => a.distance - b.distance)[0]?.element.focus();
}

/** Puts the card under its cell, within the map; over it where the window ends below and has room above. */
function placeCard(area: HTMLElement, card: HTMLElement, key: string) {
  const cell = getCell(area, key)?.getBoundingClientRect();
  if (!cell) return;
  const around = area.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const isAbove = cell.bottom + height > window.innerHeight && cell.top >= height;
  card.style.left = `${Math.max(0, Math.min(cell.left - around.left, around.width - width))}px`;
  card.style.top = `${(isAbove ? cell.top - height : cell.bottom) - around.top}px`;
}
