/**
 * Colours that the browser or the system draws outside the page, and so cannot take from its stylesheet. They are
 * defined in globals.css, with which a test compares them.
 */
export const colours = {
  light: { paper: "#f4f6f7", surface: "#ffffff", accent: "#0a5564" },
  dark: { surface: "#162028" },
} as const;
