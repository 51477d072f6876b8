import { MAX_DOTS } from "@/components/figure/patient-dots";
import { MIN_FOR_PERCENT } from "@/lib/format/numbers";
import { spellNumber } from "@/lib/format/text";

/** A sign of the screens and the paper, and what it says. A sign with a name is read out by its name. */
type Sign = { sign: string; name?: string; text: string };

/** Every sign that stands for something without its words beside it. The page "Help" lists them. */
export const signs: readonly Sign[] = [
  { sign: "19 of 27", text: "Patients with the event, of the patients who were counted." },
  { sign: "70%", text: `The same as a share. Fewer than ${spellNumber(MIN_FOR_PERCENT)} patients have no percentage.` },
  { sign: "●", name: "filled circle", text: "One patient with the event, where the event is hoped for." },
  { sign: "○", name: "empty circle", text: "One patient without it." },
  { sign: "⊗", name: "crossed circle", text: "One patient who came to harm, relapsed or died." },
  { sign: "·", name: "small dot", text: "One patient who did not." },
  { sign: "■", name: "filled square", text: "One patient with an event that is neither good nor bad." },
  { sign: "□", name: "empty square", text: "One patient without it." },
  {
    sign: "◐",
    name: "half circle",
    text: "One patient who got better and relapsed. Before a reason: only some patients of the study.",
  },
  { sign: "◌", name: "dashed circle", text: "One patient who got partly better." },
  {
    sign: "▬",
    name: "bar",
    text: `The share of more than ${MAX_DOTS} patients, filled from the left: black for what is hoped for, striped for harm or for the group it is compared with.`,
  },
  {
    sign: "─■─",
    name: "square on a line",
    text: "A study’s share, with its 95% interval. A longer line is less sure. Hollow: the group it is compared with.",
  },
  { sign: "◆", name: "diamond", text: "Several studies, worked out as one." },
  {
    sign: "■■□□",
    name: "two boxes of four filled",
    text: "How sure the response is, or the best study where the response is of another design. None: no study in this library. One: single cases. Two: no comparison group. Three: groups not formed at random. Four: randomised.",
  },
  { sign: "–", name: "dash", text: "Not stated. On the map: no study in this library." },
  { sign: "✓", name: "tick", text: "The study’s patients are as this one, all or most of them." },
  { sign: "✗", name: "cross", text: "They are not." },
  { sign: "?", name: "question mark", text: "What was read does not say it." },
  { sign: "↔", name: "arrow both ways", text: "It depends on this patient, of whom it is not stated." },
  { sign: "⚠", name: "warning sign", text: "Something does not fit, or could not be read." },
  { sign: "★", name: "star", text: "A study that you pinned." },
  {
    sign: "↕ ▲ ▼",
    name: "arrow up and down, and triangles",
    text: "A column that a table can be sorted by; sorted by it, lowest or highest first.",
  },
  { sign: "¹", name: "small raised number", text: "On paper: the number of the reference." },
];
