/**
 * The sign of the site: public/icon.svg, drawn in place. As a picture it would be a document of its own to the browser,
 * which takes a phone about as long as the whole header.
 */
export function SiteSign() {
  return (
    <svg viewBox="0 0 32 32" width={28} height={28} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0a5564" />
      <path
        d="M7 23V9l9 8 9-8v14"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <rect x="13.5" y="20.5" width="5" height="5" fill="#7ad4e0" />
    </svg>
  );
}
