/** The form of days in the time zone that was asked for last: it takes longer to make than a whole card. */
let lastForm: { timeZone: string; form: Intl.DateTimeFormat } | null = null;

function getForm(timeZone: string): Intl.DateTimeFormat {
  if (lastForm?.timeZone !== timeZone) {
    const form = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    lastForm = { timeZone, form };
  }
  return lastForm.form;
}

/**
 * The day that it is in a time zone, as 2026-11-26. A record writes its dates by the calendar of its place: by that of
 * another one a result of today would be dated tomorrow, and the order of this evening yesterday.
 * @param timeZone a name of the IANA database
 * @throws RangeError where there is no such time zone
 */
export function getDayIn(timeZone: string, now: Date): string {
  const parts = getForm(timeZone).formatToParts(now);
  return ["year", "month", "day"].map((type) => parts.find((part) => part.type === type)?.value).join("-");
}
