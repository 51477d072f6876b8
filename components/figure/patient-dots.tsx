/** Rows longer than this would say less than the count does. */
export const MAX_DOTS = 100;
const perRow = 20;
const step = 12;

/** The patients of a single study, one dot each: filled for those the count counts. */
export function PatientDots({ events, total }: { events: number; total: number }) {
  if (total > MAX_DOTS) return null;
  const rows = Math.ceil(total / perRow);
  const width = Math.min(total, perRow) * step;
  return (
    <svg
      role="img"
      aria-label={`${events} of ${total} patients, one dot each`}
      viewBox={`0 0 ${width} ${rows * step}`}
      width={width}
      height={rows * step}
      className="my-1 max-w-full"
    >
      {Array.from({ length: total }, (_, patient) => {
        const isCounted = patient < events;
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: patients of a count have no other name than their place
            key={patient}
            cx={(patient % perRow) * step + step / 2}
            cy={Math.floor(patient / perRow) * step + step / 2}
            r={4}
            fill={isCounted ? "currentColor" : "none"}
            stroke="currentColor"
            strokeWidth={1.5}
          />
        );
      })}
    </svg>
  );
}
